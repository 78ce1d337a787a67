import { addDays, type Day, dayAt } from '../../../common/time';
import { countWords, pluralWords, bytesWords } from '../../../common/waveform/words';
import type { IngestSummary } from '../../ingest';
import { place } from '../../place';

const SAFE_WORD = /^[\w@%+=:,./-]+$/;

/** A word, quoted for a shell. */
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

function documentsLine(summary: IngestSummary): string {
  const { documents, created, already_there: there, read_twice: twice } = summary;
  if (documents === 0) return 'There was nothing to ingest.';
  const all = pluralWords(documents, 'document');
  const again = twice === 0 ? '' : `, ${countWords(twice)} repeated in what was read`;
  return `${all}: ${countWords(created)} created, ${countWords(there - twice)} already there${again}.`;
}

function formatsLine({ by_format: formats }: IngestSummary): string[] {
  if (formats.length === 0) return [];
  const words = formats.map(({ format, documents }) => `${format} ${countWords(documents)}`);
  return [`Read as ${words.join(', ')}.`];
}

const SHOWN_KINDS = 12;
/** Prose begins in many ways. It must not hide the kinds of other files. */
const SHOWN_OF_A_FILE = 2;

/** The kinds to show: the most frequent, a few of each file. */
function shownKinds(kinds: IngestSummary['not_understood']): IngestSummary['not_understood'] {
  const shown = new Map<string, number>();
  return kinds
    .filter(({ file }) => {
      const before = shown.get(file) ?? 0;
      shown.set(file, before + 1);
      return before < SHOWN_OF_A_FILE;
    })
    .slice(0, SHOWN_KINDS);
}

function failuresLines(summary: IngestSummary): string[] {
  const { parse_failures: failures, not_understood: kinds } = summary;
  if (failures === 0) return [];
  const verb = failures === 1 ? 'was' : 'were';
  const shown = shownKinds(kinds);
  const rest = failures - shown.reduce((sum, { documents }) => sum + documents, 0);
  return [
    `${countWords(failures)} ${verb} not understood: kept with the tag _parsefailure.`,
    ...shown.map(
      ({ documents, file, example }) =>
        `  ${countWords(documents)} like this one of ${file}: ${printable(example)}`,
    ),
    ...(rest > 0 ? [`  ${countWords(rest)} of other kinds: --json has examples of more.`] : []),
  ];
}

function splitLine({ split }: IngestSummary): string[] {
  if (split === 0) return [];
  const verb = split === 1 ? 'is a piece' : 'are pieces';
  return [
    `${pluralWords(split, 'document')} ${verb} of a line of more than 4 MB: see the tag _splitrecord.`,
  ];
}

/** A log line that is safe for a terminal: without control characters. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

const NAMED_FILES = 20;

function passedOverLine({ passed_over: files }: IngestSummary): string[] {
  if (files.length === 0) return [];
  const verb = files.length === 1 ? 'is not a log and was' : 'are not logs and were';
  const left = files.length - NAMED_FILES;
  const more = left > 0 ? `, and ${countWords(left)} more (--json lists them)` : '';
  const names = files.slice(0, NAMED_FILES).map(printable).join(', ');
  return [`${pluralWords(files.length, 'file')} ${verb} skipped: ${names}${more}`];
}

const JOURNAL_WAY = `journalctl -o json | ${place.command} ingest -`;
const JOURNAL_FILE = /\.journal~?$|[\\/]journal[\\/]/;

/** What to do if a machine keeps its logs in the journal, or nothing can be counted. */
function nextLogLine(summary: IngestSummary): string[] {
  const { documents, by_format: formats, passed_over: files } = summary;
  const hasJournal = files.some((file) => JOURNAL_FILE.test(file));
  if (documents > 0 && formats.length === 0) {
    const where = hasJournal
      ? 'The logs of this machine are in the systemd journal. Read them with'
      : 'If this machine keeps its logs in the systemd journal, read it with';
    return [
      `Nothing here can be analyzed, because no line is syslog, an alert or a journal entry. ${where}: ${JOURNAL_WAY}`,
    ];
  }
  return hasJournal ? [`To read the systemd journal: ${JOURNAL_WAY}`] : [];
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
 * The day to analyze after an ingestion: the last one that has documents. Today is not over yet, so
 * an earlier one is preferred.
 */
export function dayToAnalyze(summary: IngestSummary, now: Date): Day | undefined {
  const { days, zone } = summary;
  const yesterday = addDays(dayAt(now.getTime(), zone), -1);
  return days.filter((day) => day <= yesterday).at(-1) ?? days.at(-1);
}

/**
 * Why an ingestion ended early, where its documents are, and what to do; undefined if it did not.
 */
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
    ...splitLine(summary),
    ...passedOverLine(summary),
    ...nextLogLine(summary),
    ...refusedLine(summary),
    ...daysLine(summary),
    ...summary.notes,
  ];
}
