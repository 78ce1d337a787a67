import type { Client, estypes } from '@elastic/elasticsearch';
import { HOURS_PER_DAY, localDay, MS_PER_HOUR } from '../../common/time';
import type { Finding } from '../../common/waveform/hours/finding';
import type { Source } from '../../common/sources/source';
import { countsSource } from '../fixtures/counts_source';
import { findingWith } from '../fixtures/tagging_finding';

/** The logs that tagging is measured on: one day, in which some series flag some hours. */
export const TAGGING_INDEX = 'logwave-bench-tagging';
export const TAGGING_DAY = '2026-11-20';

const DAY_START = localDay(TAGGING_DAY, 'UTC').from;
const DOCUMENTS_PER_BULK = 5_000;

const mappings: estypes.MappingTypeMapping = {
  properties: {
    '@timestamp': { type: 'date' },
    type: { type: 'keyword' },
    host: { type: 'keyword' },
    message: { type: 'text', norms: false },
    program: { type: 'keyword' },
    tags: { type: 'keyword' },
  },
};

/** How many series flag how many documents each, spread over their flagged hours. */
export interface TaggingTask {
  readonly name: string;
  readonly series: number;
  readonly documents: number;
  readonly hours: readonly number[];
}

export const taggingSource: Source = countsSource({
  index: TAGGING_INDEX,
  subtype_fields: ['program'],
});

function makeDocument(task: TaggingTask, series: number, at: number): object {
  const hour = task.hours[at % task.hours.length] ?? 0;
  const time = DAY_START + hour * MS_PER_HOUR + (at % 3_600) * 1_000;
  return {
    '@timestamp': new Date(time).toISOString(),
    type: 'syslog',
    host: `host${at % 20}`,
    program: `program${series}`,
    message: `Nov 20 10:00:00 host${at % 20} sshd[${at}]: Failed password for invalid user user${at % 997} from 192.0.2.${at % 255} port ${at % 60_000} ssh2`,
    tags: at % 2 === 0 ? ['seen'] : [],
  };
}

/** Makes the index again with exactly the documents to tag. */
export async function makeTaggingLogs(client: Client, task: TaggingTask): Promise<void> {
  await client.indices.delete({ index: TAGGING_INDEX, ignore_unavailable: true });
  const settings = { number_of_shards: 1, number_of_replicas: 0 };
  await client.indices.create({ index: TAGGING_INDEX, mappings, settings });
  const documents = Array.from({ length: task.series * task.documents }, (_, at) =>
    makeDocument(task, at % task.series, Math.floor(at / task.series)),
  );
  for (let from = 0; from < documents.length; from += DOCUMENTS_PER_BULK) {
    const operations = documents
      .slice(from, from + DOCUMENTS_PER_BULK)
      .flatMap((document) => [{ index: {} }, document]);
    const { errors } = await client.bulk({ index: TAGGING_INDEX, operations });
    if (errors) throw new Error('not all documents of the bench were taken');
  }
  await client.indices.refresh({ index: TAGGING_INDEX });
}

/** One finding for each series, with the events that its hours have. */
export function taggingFindings(task: TaggingTask): Finding[] {
  const events = Array<number>(HOURS_PER_DAY).fill(0);
  for (let at = 0; at < task.documents; at += 1) {
    const hour = task.hours[at % task.hours.length] ?? 0;
    events[hour] = (events[hour] ?? 0) + 1;
  }
  return Array.from({ length: task.series }, (_, series) =>
    findingWith({
      subtype: `program${series}`,
      day: TAGGING_DAY,
      events: new Map(task.hours.map((hour) => [hour, events[hour] ?? 0])),
    }),
  );
}
