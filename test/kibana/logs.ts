import type { Client } from '@elastic/elasticsearch';
import { MS_PER_HOUR } from '../../common/time';
import { presetSources } from '../../common/sources/presets';
import type { SettingsFile } from '../../common/settings/settings';
import { daysBefore, type Day } from '../../common/time/day';
import { localDay } from '../../common/time/local_day';

/** No other suite has indices of this name. */
export const LOG_PATTERN = 'logs-of-kibana-test-*';
const INDEX_START = 'logs-of-kibana-test-';
/** Logwave's own, and those of the logs. */
const ALL_OF_OURS = ['logwave-*', LOG_PATTERN];

export const SOURCE = 'kibana_test';
export const TAG = 'kibana_test_outlier';
/** The hour at which `web` has ten times what is usual. */
export const LOUD_HOUR = 10;
export const LOUD_SERIES = 'web';

const TRAINING_DAYS = 14;
const LOUDER = 10;
const USUAL_EVENTS = 6;
/** Events in the loud hour. */
export const LOUD_EVENTS = LOUDER * USUAL_EVENTS;
const EVENTS: readonly (readonly [series: string, perHour: number])[] = [
  [LOUD_SERIES, USUAL_EVENTS],
  ['cron', 2],
];

/** A source that no preset knows. */
export const source = {
  id: SOURCE,
  name: 'Test of Kibana',
  index: LOG_PATTERN,
  subtype_fields: ['program'],
  tag: TAG,
  wording: { code: 'program {subtype}', names: [] },
};

/** Settings with our source alone: logs of others in the cluster are left in peace. */
export const settings: SettingsFile = {
  zone: 'UTC',
  training: { days: TRAINING_DAYS },
  sources: [...presetSources.map(({ id }) => ({ id, enabled: false })), source],
};

function documentsOf(day: Day, tested: Day): object[] {
  const { from } = localDay(day, 'UTC');
  return EVENTS.flatMap(([program, perHour]) =>
    [...Array(24).keys()].flatMap((hour) => {
      const isLoud = day === tested && program === LOUD_SERIES && hour === LOUD_HOUR;
      const count = isLoud ? perHour * LOUDER : perHour;
      return [...Array(count).keys()].map((number) => ({
        '@timestamp': new Date(from + hour * MS_PER_HOUR + number * 1_000).toISOString(),
        program,
        message: `${program} says ${number}`,
      }));
    }),
  );
}

/** Deletes what a test has left, by name, since clusters refuse wildcards. */
export async function deleteIndices(client: Client): Promise<void> {
  const found = await client.cat.indices({ index: ALL_OF_OURS, format: 'json' });
  for (const { index } of found) if (index !== undefined) await client.indices.delete({ index });
}

/** Writes two weeks of logs, with one loud hour on the last day. */
export async function writeLogs(client: Client, tested: Day): Promise<void> {
  const mappings = { properties: { program: { type: 'keyword' } } } as const;
  for (const day of [tested, ...daysBefore(tested, TRAINING_DAYS)]) {
    const index = `${INDEX_START}${day}`;
    await client.indices.create({ index, mappings });
    const operations = documentsOf(day, tested).flatMap((document) => [{ create: {} }, document]);
    const { errors } = await client.bulk({ index, operations, refresh: true });
    if (errors) throw new Error(`the logs of ${day} could not be written`);
  }
}

/** How many documents carry the tag. */
export async function countTagged(client: Client): Promise<number> {
  await client.indices.refresh({ index: LOG_PATTERN });
  const { count } = await client.count({ index: LOG_PATTERN, q: `tags:${TAG}` });
  return count;
}
