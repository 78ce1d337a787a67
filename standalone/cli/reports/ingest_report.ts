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
  if (documents === 0) return 'There was nothing to ingest.';
  const all = pluralWords(documents, 'document');
  return `${all}: ${countWords(created)} created, ${countWords(there)} already there.`;
}

function formatsLine({ by_format: formats }: IngestSummary): string[] {
  if (formats.length === 0) return [];
  const words = formats.map(({ format, documents }) => `${format} ${countWords(documents)}`);
  return [`Read as ${words.join(', ')}.`];
}

function failuresLines({
  parse_failures: failures,
  not_understood: kinds,
}: IngestSummary): string[] {
  if (failures === 0) return [];
  const verb = failures === 1 ? 'was' : 'were';
  return [
    `${countWords(failures)} ${verb} not understood: kept with the tag _parsefailure.`,
    ...kinds.map(
      ({ documents, file, example }) =>
        `  ${countWords(documents)} like this one of ${file}: ${printable(example)}`,
    ),
  ];
}

/** A line of a log as it may be shown on a terminal: no control characters. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

const NAMED_FILES = 3;

function passedOverLine({ passed_over: files }: IngestSummary): string[] {
  if (files.length === 0) return [];
  const verb = files.length === 1 ? 'is no log and was' : 'are no logs and were';
  const more = files.length > NAMED_FILES ? ', …' : '';
  const names = files.slice(0, NAMED_FILES).join(', ');
  return [`${pluralWords(files.length, 'file')} ${verb} passed over: ${names}${more}`];
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
 * The day to analyze after an ingestion: the last one that has documents, but not today, which is not
 * over yet, where there is an earlier one.
 */
export function dayToAnalyze(summary: IngestSummary, now: Date): Day | undefined {
  const { days, zone } = summary;
  const yesterday = addDays(dayAt(now.getTime(), zone), -1);
  return days.filter((day) => day <= yesterday).at(-1) ?? days.at(-1);
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
    ...formatsLine(summary),
    ...failuresLines(summary),
    ...passedOverLine(summary),
    ...refusedLine(summary),
    ...daysLine(summary),
    ...summary.notes,
  ];
}
