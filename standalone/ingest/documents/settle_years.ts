import { MS_PER_DAY } from '../../../common/time';
import { endOfSlack } from '../parsing/timestamps';
import { recordId } from './document_id';
import { indexName } from './index_name';
import type { ParseContext, ParseRecord, ParseResult } from './log_document';

/** A record that was parsed, before it becomes a document. */
export interface Parsed {
  readonly record: { readonly text: string; readonly split: boolean };
  readonly result: ParseResult;
}

/** A place where a document may already be. */
export interface DocumentPlace {
  readonly index: string;
  readonly id: string;
}

/** Queries about existing documents. */
export interface KnownDocuments {
  /** Whether there is an index of this name. */
  hasIndex(index: string): boolean;
  /** How many of these documents exist. */
  count(places: readonly DocumentPlace[], signal: AbortSignal): Promise<number>;
}

export interface YearContext extends ParseContext {
  readonly parse: ParseRecord;
  /** The host of records that name none. */
  readonly host: string;
  /** No record is later than this, in milliseconds since 1970 UTC. */
  readonly latest: number;
}

/** Gives the records of one file, in their order, the years in which they were ingested before. */
export type SettleYears = (
  records: readonly Parsed[],
  signal: AbortSignal,
) => Promise<readonly Parsed[]>;

/** How many different records of a day are searched for. */
const SAMPLE = 40;
/** How many years a record may be before, or after, the guess. */
const YEARS_BEFORE = 8;
const YEARS_AFTER = 8;
/**
 * How far a day of a file may be before or after the previous one, until another year is assumed.
 */
const BACK_MS = 60 * MS_PER_DAY;
const AHEAD_MS = 305 * MS_PER_DAY;
/** A month, so that a day is the latest of its kind that is not later. */
const SLACK_MS = 30 * MS_PER_DAY;

interface Candidate {
  /** The latest time of the file for which its records are from this year. */
  readonly now: number;
  readonly instant: number;
}

function yearsLater(instant: number, years: number): number {
  const date = new Date(instant);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.getTime();
}

function utcDay(parsed: Parsed): number {
  return Math.floor(instantIn(parsed) / MS_PER_DAY);
}

function instantIn({ result }: Parsed): number {
  return result.instant ?? NaN;
}

/** With its process id, a line hardly ever recurs at the same second of another year. */
function namesProcess({ result }: Parsed): boolean {
  return result.ok && 'pid' in result.fields;
}

/**
 * The year of a record without one comes from the time of its file, and that time may change: a
 * copy, a checkout or `touch` is enough. So, before a day of such a file is written, the first
 * records of that day are searched for in the indices of the same day in other years, if such
 * indices exist. If most of them are found, the whole day of the file belongs to that year. Days
 * that were not ingested before follow the days of the same file that were.
 *
 * Ids do not depend on the year, so the records can be searched for by their ids alone. In the
 * usual case, in which no other year has that day, nothing is searched.
 */
export function createYearSettler(context: YearContext, known: KnownDocuments): SettleYears {
  /**
   * The time with which to parse the records of a guessed day, by its days since 1970; undefined:
   * as guessed.
   */
  const settled = new Map<number, number | undefined>();
  let isAnyMoved = false;
  /** The last record of this file whose year is known. */
  let anchor: number | undefined;
  /** Records of the last day whose year is as guessed and was not checked. */
  let before: readonly Parsed[] = [];
  const end = endOfSlack(context.latest);

  const indexOf = (instant: number): string => indexName(new Date(instant).toISOString());
  const readAt = ({ record }: Parsed, now: number | undefined): ParseResult =>
    context.parse(record.text, now === undefined ? context : { ...context, now });

  /** The same record in other years, if there is an index for it. */
  const candidatesFor = (parsed: Parsed): Candidate[] => {
    const guess = instantIn(parsed);
    const found: Candidate[] = [];
    for (let years = YEARS_AFTER; years >= -YEARS_BEFORE; years -= 1) {
      if (years === 0) continue;
      const now = yearsLater(guess, years) + SLACK_MS;
      if (now - SLACK_MS >= end) continue;
      const { instant } = readAt(parsed, now);
      if (instant === undefined || instant === guess) continue;
      if (known.hasIndex(indexOf(instant))) found.push({ now, instant });
    }
    return found.sort((a, b) => Math.abs(a.instant - guess) - Math.abs(b.instant - guess));
  };

  const isMostlyThere = async (
    sample: readonly Parsed[],
    now: number | undefined,
    signal: AbortSignal,
  ): Promise<boolean> => {
    const places = sample.flatMap((parsed) => {
      const { record } = parsed;
      const result = now === undefined ? parsed.result : readAt(parsed, now);
      if (result.instant === undefined) return [];
      const index = indexOf(result.instant);
      if (!known.hasIndex(index)) return [];
      const host = result.host ?? context.host;
      return [{ index, id: recordId({ host, type: result.type, record: record.text }) }];
    });
    const isEnough = (count: number): boolean => count > sample.length / 2;
    return isEnough(places.length) && isEnough(await known.count(places, signal));
  };

  /** The year that follows the days before, if it differs from the guessed one. */
  const following = (parsed: Parsed): Candidate | undefined => {
    if (anchor === undefined) return undefined;
    const now = anchor + AHEAD_MS - MS_PER_DAY;
    const { instant } = readAt(parsed, now);
    if (instant === undefined || instant === instantIn(parsed)) return undefined;
    const isNear = instant > anchor - BACK_MS && instant < end;
    return isNear ? { now: instant + SLACK_MS, instant } : undefined;
  };

  /**
   * Whether the days before were ingested as guessed. Checked only once another year is possible.
   */
  const anchorBefore = async (signal: AbortSignal): Promise<void> => {
    const [first] = before;
    if (anchor !== undefined || first === undefined) return;
    if (await isMostlyThere(before, undefined, signal)) anchor = instantIn(first);
  };

  const settleDay = async (
    sample: readonly Parsed[],
    signal: AbortSignal,
  ): Promise<number | undefined> => {
    const [first] = sample;
    if (first === undefined) return undefined;
    const guess = { now: undefined, instant: instantIn(first) };
    const others = candidatesFor(first);
    if (others.length > 0) await anchorBefore(signal);
    const follower = following(first);
    const likely = follower ?? guess;
    const choices = [likely, ...(follower === undefined ? [] : [guess]), ...others];
    for (const { now, instant } of choices.length > 1 ? choices : []) {
      // Equal lines of an earlier year do not pull back a file whose year is already known.
      const isBack = anchor !== undefined && instant < anchor - BACK_MS;
      if (isBack && !sample.some(namesProcess)) continue;
      if (!(await isMostlyThere(sample, now, signal))) continue;
      anchor = instant;
      return now;
    }
    before = sample;
    const step = anchor === undefined ? Infinity : likely.instant - anchor;
    if (step > 0 && step < BACK_MS) anchor = likely.instant;
    return likely.now;
  };

  const openDays = (records: readonly Parsed[]): Map<number, Parsed[]> => {
    const open = new Map<number, Parsed[]>();
    const seen = new Set<string>();
    for (const parsed of records) {
      if (parsed.result.isYearGuessed !== true) continue;
      const day = utcDay(parsed);
      if (settled.has(day) || seen.has(parsed.record.text)) continue;
      seen.add(parsed.record.text);
      const sample = open.get(day) ?? [];
      if (sample.length < SAMPLE) sample.push(parsed);
      open.set(day, sample);
    }
    return open;
  };

  return async (records, signal) => {
    for (const [day, sample] of openDays(records)) {
      const now = await settleDay(sample, signal);
      settled.set(day, now);
      isAnyMoved ||= now !== undefined;
    }
    if (!isAnyMoved) return records;
    return records.map((parsed) => {
      if (parsed.result.isYearGuessed !== true) return parsed;
      const now = settled.get(utcDay(parsed));
      return now === undefined ? parsed : { ...parsed, result: readAt(parsed, now) };
    });
  };
}
