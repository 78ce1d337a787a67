import { tellingValues, type CountedValues, type TwoCounts } from '../../../common/incidents';
import type { Random } from '../../generator/random';
import type { RealHour } from './real_hours';

const FIELDS = { user: 30, address: 60, program: 12, host: 5 } as const;
type Field = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as Field[];

/** Whether the injected value came first, by either ranking. */
export interface First {
  readonly now: boolean;
  readonly before: boolean;
}

/** A value by Zipf's law: the first ones are frequent. */
function drawValue(random: Random, field: Field): string {
  const size = FIELDS[field];
  return `${field}${Math.floor(size ** random.uniform()) - 1}`;
}

function keyOf(field: string, value: string): string {
  return `${field} ${value}`;
}

/** What the ranking by absolute change put first, before the G-test. */
function byChange({ fields, days }: CountedValues): string {
  const all = fields.flatMap(({ field, values }) =>
    values.size < 2
      ? []
      : [...values].map(([value, { today, training }]) => {
          return { key: keyOf(field, value), change: Math.abs(today - training / days) };
        }),
  );
  return all.sort((a, b) => b.change - a.change)[0]?.key ?? '';
}

/** An hour as it is drawn where no real one is given: programs by Zipf's law. */
function drawHour(random: Random): RealHour {
  const days = random.pick([4, 31]);
  const mean = 5 * Math.exp(random.uniform() * 3.5);
  const programs = new Map<string, TwoCounts>();
  const add = (side: keyof TwoCounts, events: number): void => {
    for (let at = 0; at < events; at += 1) {
      const name = drawValue(random, 'program');
      const before = programs.get(name) ?? { today: 0, training: 0 };
      programs.set(name, { ...before, [side]: before[side] + 1 });
    }
  };
  add('training', random.poisson(mean * days));
  add('today', random.poisson(mean));
  return { days, programs };
}

/**
 * Injects an incident of one user, address or program into an hour, and asks both rankings for it. The
 * events of the hour, and their programs, are those that are given. Their users, addresses and hosts
 * are drawn.
 */
export function measureWho(random: Random, hour: RealHour = drawHour(random)): First {
  const { days, programs } = hour;
  const counts = new Map(NAMES.map((name) => [name, new Map<string, TwoCounts>()]));
  const events = { today: 0, training: 0 };
  const field = random.pick(['user', 'address', 'program'] as const);
  const isKnown = random.uniform() < 0.5;
  const value = isKnown ? drawValue(random, field) : `new ${field}`;
  // It comes from one host, as an incident does.
  const from = { [field]: value, host: drawValue(random, 'host') };
  const add = (side: keyof TwoCounts, fixed: Partial<Record<Field, string>>): void => {
    events[side] += 1;
    for (const [name, values] of counts) {
      const drawn = fixed[name] ?? drawValue(random, name);
      const before = values.get(drawn) ?? { today: 0, training: 0 };
      values.set(drawn, { ...before, [side]: before[side] + 1 });
    }
  };
  for (const [program, { today, training }] of programs) {
    for (let at = 0; at < training; at += 1) add('training', { program });
    for (let at = 0; at < today; at += 1) add('today', { program });
  }
  const mean = events.training / days;
  const injected = Math.max(8, random.poisson(mean * (0.8 + 2 * random.uniform())));
  for (let at = 0; at < injected; at += 1) add('today', from);
  const fields = [...counts].map(([name, values]) => ({ field: name, values }));
  const counted: CountedValues = { events, days, fields };
  const [first] = tellingValues(counted);
  const wanted = keyOf(field, value);
  return {
    now: first !== undefined && keyOf(first.field, first.value) === wanted,
    before: byChange(counted) === wanted,
  };
}
