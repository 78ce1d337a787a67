import type { Client } from '@elastic/elasticsearch';
import { parseSettings, type Settings } from '../../common/settings';
import { addDays, dayStartUtc, type Day, HOURS_PER_DAY, MS_PER_HOUR } from '../../common/time';
import { randomFrom, type Random } from '../generator/random';

/** Logs whose documents two sources look at, with incidents on the last day. */
export const JUDGED_DAY: Day = '2026-11-18';
export const JUDGED_DOCUMENTS = 15_000;
const TRAINING = 10;
const INDEX = 'logwave-bench-judged';
const PER_BULK = 5_000;
const [PROGRAMS, HOSTS, USERS] = [60, 20, 300];
const INCIDENTS = 20;
const SIZE = 120;

interface Event {
  readonly '@timestamp': string;
  readonly program: string;
  readonly host: string;
  readonly user: string;
}

/** Both sources of the bench, and no other. */
export function judgedSettings(): Settings {
  const source = (id: string, field: string) => ({
    ...{ id, name: id, index: INDEX, subtype_fields: [field], tag: `${id}_outlier` },
    wording: { code: `${id} {subtype}`, names: [] },
  });
  const sources = [source('by-program', 'program'), source('by-host', 'host')];
  const parsed = parseSettings({ zone: 'UTC', training: { days: TRAINING, weekend: [] }, sources });
  if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
  const own = parsed.settings.sources.filter(({ index }) => index === INDEX);
  return { ...parsed.settings, sources: own };
}

function eventsOn(day: Day, random: Random): Event[] {
  const at = (hour: number): string =>
    new Date(dayStartUtc(day) + (hour + random.uniform()) * MS_PER_HOUR).toISOString();
  const draw = (hour: number, fixed: Partial<Event> = {}): Event => ({
    '@timestamp': at(hour),
    program: `program${random.whole(0, PROGRAMS - 1)}`,
    host: `host${random.whole(0, HOSTS - 1)}`,
    user: `user${Math.floor(USERS ** random.uniform())}`,
    ...fixed,
  });
  const usual = Array.from({ length: JUDGED_DOCUMENTS }, (_, place) => draw(place % HOURS_PER_DAY));
  if (day !== JUDGED_DAY) return usual;
  const incidents = Array.from({ length: INCIDENTS * SIZE }, (_, place) => {
    const one = place % INCIDENTS;
    const fixed = { program: `program${one}`, host: `host${one}`, user: `intruder${one}` };
    return draw(one, fixed);
  });
  return [...usual, ...incidents];
}

/** Stores the day and its training days. */
export async function storeJudgedLogs(client: Client): Promise<void> {
  const keyword = { type: 'keyword' } as const;
  const properties = { '@timestamp': { type: 'date' as const }, program: keyword };
  await client.indices.create({
    index: INDEX,
    mappings: { properties: { ...properties, host: keyword, user: keyword } },
  });
  const random = randomFrom(17);
  for (let age = TRAINING; age >= 0; age -= 1) {
    const events = eventsOn(addDays(JUDGED_DAY, -age), random);
    for (let from = 0; from < events.length; from += PER_BULK) {
      const operations = events
        .slice(from, from + PER_BULK)
        .flatMap((event) => [{ index: {} }, event]);
      await client.bulk({ index: INDEX, operations });
    }
  }
  await client.indices.refresh({ index: INDEX });
}
