import { createLocalClock } from './parsing/local_to_utc';
import { createDocumentMaker, type IdentifiedDocument } from './documents/make_documents';
import { formatOf } from './reading/log_type';

/** The origin of records, and how times without zone or year are read. */
export interface RecordsOrigin {
  readonly path: string;
  /** The host of records that name none. */
  readonly host: string;
  /** IANA zone. */
  readonly zone: string;
  /** No record is later; milliseconds since 1970 UTC. */
  readonly now: number;
}

/** The documents of the complete records of one log, as ingesting its file would make them. */
export function readRecords(
  records: readonly string[],
  { path, host, zone, now }: RecordsOrigin,
): IdentifiedDocument[] {
  const [first = ''] = records;
  const { parse } = formatOf('auto', first.split('\n'));
  const maker = createDocumentMaker({
    parse,
    path,
    host,
    localToUtc: createLocalClock(zone),
    year: undefined,
    now,
    fallbackInstant: now,
  });
  const documents = records.flatMap((text) => maker.push({ text, split: false }));
  return [...documents, ...maker.end()];
}
