import { tellingValues, type CountedValues, type TwoCounts } from '../../../common/incidents';
import type { Random } from '../../generator/random';
import { FIELDS, type Event, type EventsOfHour, type Field } from './events';
import type { RealHour } from './real_hours';

/** How many values a field has where they are drawn. */
const SIZES: Readonly<Record<Field, number>> = { user: 30, address: 60, program: 12, host: 5 };
/** What an incident may be of. */
const INJECTED = ['user', 'address', 'program'] as const;

/** Whether the injected value came first, by either ranking. */
export interface First {
  readonly now: boolean;
  readonly before: boolean;
}

/** A value by Zipf's law: the first ones are frequent. */
function drawValue(random: Random, field: Field): string {
  return `${field}${Math.floor(SIZES[field] ** random.uniform()) - 1}`;
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

function countedOf({ days, today, training }: EventsOfHour): CountedValues {
  const counts = new Map(FIELDS.map((field) => [field, new Map<string, TwoCounts>()]));
  const add = (side: keyof TwoCounts, event: Event): void => {
    for (const [field, values] of counts) {
      const value = event[field];
      if (value === undefined) continue;
      const before = values.get(value) ?? { today: 0, training: 0 };
      values.set(value, { ...before, [side]: before[side] + 1 });
    }
  };
  for (const event of training) add('training', event);
  for (const event of today) add('today', event);
  const fields = [...counts].map(([field, values]) => ({ field, values }));
  return { events: { today: today.length, training: training.length }, days, fields };
}

/** Puts events into an hour that have a value in common, and asks both rankings for it. */
function measureInjected(
  random: Random,
  hour: EventsOfHour,
  wanted: { readonly field: Field; readonly value: string },
  drawEvent: () => Event,
): First {
  const { field, value } = wanted;
  const mean = hour.training.length / hour.days;
  const size = Math.max(8, random.poisson(mean * (0.8 + 2 * random.uniform())));
  const injected = Array.from({ length: size }, () => ({ ...drawEvent(), [field]: value }));
  const counted = countedOf({ ...hour, today: [...hour.today, ...injected] });
  const [first] = tellingValues(counted);
  const key = keyOf(field, value);
  return {
    now: first !== undefined && keyOf(first.field, first.value) === key,
    before: byChange(counted) === key,
  };
}

/**
 * Injects an incident of one user, address or program into an hour, and asks both rankings for it. The
 * events of the hour, and their programs, are those that are given. Their users, addresses and hosts
 * are drawn.
 */
export function measureWho(random: Random, given: RealHour = drawHour(random)): First {
  const { days, programs } = given;
  const drawEvent = (fixed: Event): Event => ({
    ...Object.fromEntries(FIELDS.map((field) => [field, drawValue(random, field)])),
    ...fixed,
  });
  const eventsOf = (side: keyof TwoCounts): Event[] =>
    [...programs].flatMap(([program, counts]) =>
      Array.from({ length: counts[side] }, () => drawEvent({ program })),
    );
  const hour = { days, today: eventsOf('today'), training: eventsOf('training') };
  const field = random.pick(INJECTED);
  const isKnown = random.uniform() < 0.5;
  const value = isKnown ? drawValue(random, field) : `new ${field}`;
  // It comes from one host, as an incident does.
  const host = drawValue(random, 'host');
  return measureInjected(random, hour, { field, value }, () => drawEvent({ host }));
}

/**
 * The same in an hour of a log, of which all is as it was written. The injected events are events of the
 * log that name such a value, with another one in its place: one that the log has elsewhere, or a new one.
 *
 * @returns `isQuiet` if the hour tells nothing without the incident; else two answers are right
 */
export function measureWhoInLog(
  random: Random,
  hour: EventsOfHour,
  events: readonly Event[],
): First & { readonly isQuiet: boolean } {
  const field = random.pick(INJECTED);
  const naming = events.filter((event) => event[field] !== undefined);
  const isKnown = random.uniform() < 0.5;
  const known = random.pick(naming)[field] ?? '';
  const value = isKnown ? known : `new ${field}`;
  // All of one kind, as what one intruder does.
  const { program } = random.pick(naming);
  const alike = naming.filter((event) => field === 'program' || event.program === program);
  const first = measureInjected(random, hour, { field, value }, () => random.pick(alike));
  return { ...first, isQuiet: tellingValues(countedOf(hour)).length === 0 };
}
