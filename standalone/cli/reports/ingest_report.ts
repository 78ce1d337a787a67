import { addDays, type Day, dayAt } from '../../../common/time';
import { countWords, pluralWords, bytesWords } from '../../../common/waveform/words';
import type { IngestSummary } from '../../ingest';

const SAFE_WORD = /^[\w@%+=:,./-]+$/;

/** A word as one types it into a shell. */
export function shellWord(word: string): string {
  return SAFE_WORD.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`;
}

/** `logwave-refused-20150401-150219.ndjson`. */
export function refusedFileName(now: Date): string {
  const time = now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  return `logwave-refused-${time}.ndjson`;
}

function filesLine({ files, bytes, lines, took_ms: took }: IngestSummary): string {
  const seconds = (took / 1000).toFixed(1);
  return `Read ${pluralWords(files, 'file')}, ${bytesWords(bytes)}, ${pluralWords(lines, 'line')}, in ${seconds} s.`;
}

function documentsLine({ documents, created, already_there: there }: IngestSummary): string {
  const all = pluralWords(documents, 'document');
  return `${all}: ${countWords(created)} created, ${countWords(there)} already there.`;
}

function failuresLine({ parse_failures: failures }: IngestSummary): string[] {
  if (failures === 0) return [];
  const verb = failures === 1 ? 'was' : 'were';
  return [`${countWords(failures)} ${verb} not understood: kept with the tag _parsefailure.`];
}

function refusedLine({ refused, refused_file: file }: IngestSummary): string[] {
  if (file === null) return [];
  const verb = refused === 1 ? 'was' : 'were';
  return [`${countWords(refused)} ${verb} refused by Elasticsearch: see ${file}`];
}

function typesLine({ by_type: types }: IngestSummary): string[] {
  if (types.length === 0) return [];
  return [`${types.map(({ type, documents }) => `${type} ${countWords(documents)}`).join(', ')}.`];
}

function daysLine({ first_day: first, last_day: last, zone }: IngestSummary): string[] {
  if (first === null || last === null) return [];
  return [first === last ? `Day ${first} (${zone}).` : `Days ${first} to ${last} (${zone}).`];
}

/**
 * The day to analyze after an ingestion: the last one, but not today, which is not over yet, where
 * there is an earlier one.
 */
export function dayToAnalyze(summary: IngestSummary, now: Date): Day | undefined {
  const { first_day: first, last_day: last, zone } = summary;
  if (first === null || last === null) return undefined;
  const yesterday = addDays(dayAt(now.getTime(), zone), -1);
  return last <= yesterday || first > yesterday ? last : yesterday;
}

/** Why an ingestion ended early, where its documents are, and what to do; undefined where it did not. */
export function stoppedWords(summary: IngestSummary): string | undefined {
  const { stopped, refused_file: file } = summary;
  if (stopped === null) return undefined;
  const kept = file === null ? '' : ` The documents that it did not accept are in ${file}.`;
  return `${stopped}.${kept} Free some space on that disk, then run the same command again.`;
}

/** What an ingestion did, line by line. */
export function ingestLines(summary: IngestSummary): string[] {
  return [
    filesLine(summary),
    documentsLine(summary),
    ...typesLine(summary),
    ...failuresLine(summary),
    ...refusedLine(summary),
    ...daysLine(summary),
    ...summary.notes,
  ];
}
