import type { Client } from '../elastic/client';
import { ApiError, type NewJudgment } from '../../common/api';
import { defaultUntil, type Judgment, type JudgmentMark } from '../../common/marks';
import type { Settings } from '../../common/settings';
import { addDays, dayAt, type Day } from '../../common/time';
import { type JudgmentReplay, replayJudgment } from '../app/again';
import { DEFAULT_SCOPE, subtypeKey } from '../app/basics';
import { fetchFindings, fetchLatestRun } from '../elastic/results';
import { addMark, fetchDecisions } from '../elastic/silence';
import { ensureMarks } from './ensure_marks';
import { createKeptSeriesPorts } from './create_kept_series_ports';

/** The user, the time and the settings. */
export interface Judging {
  readonly client: Client;
  readonly settings: Settings;
  /** Null if not known. */
  readonly author: string | null;
  readonly now: Date;
}

function refused(message: string): ApiError {
  return new ApiError('judgment_invalid', message);
}

function endOf({ judgment, day, until }: NewJudgment): Day | null {
  if (judgment !== 'expected') {
    if (until === undefined) return null;
    throw refused('only “expected” has an end: leave out the end');
  }
  const end = until ?? defaultUntil(day);
  if (end > day) return end;
  throw refused(`name an end after ${day}: the judgment would never apply`);
}

/** The hours of the finding that is judged. */
async function hoursOfFinding(
  { source, subtype, day }: NewJudgment,
  { client, author }: Judging,
  signal: AbortSignal,
): Promise<readonly number[]> {
  const run = await fetchLatestRun(client, DEFAULT_SCOPE, day, author, signal);
  const findings = run === undefined ? [] : await fetchFindings(client, run.run_id, signal);
  const key = subtype === null ? null : subtypeKey(subtype);
  const found = findings.find(
    (one) =>
      one.source === source && (one.subtype === null ? null : subtypeKey(one.subtype)) === key,
  );
  if (found !== undefined) return found.hours;
  throw refused(`there is no finding about ${subtype ?? source} on ${day}: name the hours`);
}

/**
 * A judgment in the form in which it would be stored.
 *
 * @throws ApiError for what cannot be judged, in a sentence; the client's errors
 */
async function wholeJudgment(
  given: NewJudgment,
  judging: Judging,
  signal: AbortSignal,
): Promise<JudgmentMark> {
  const { source, subtype, day, judgment, repeats = 'once', note } = given;
  const { settings, author, now } = judging;
  if (!settings.sources.some(({ id }) => id === source)) {
    throw new ApiError('source_not_found', `there is no source ${source} in the settings`);
  }
  if (day > dayAt(now.getTime(), settings.zone)) throw refused(`${day} has not begun`);
  if (judgment !== 'expected' && repeats !== 'once') {
    throw refused('only “expected” can recur: an incident is about one day');
  }
  const until = endOf(given);
  const isBack = judgment === 'none';
  const hours = given.hours ?? (isBack ? [] : await hoursOfFinding(given, judging, signal));
  return {
    version: 1,
    kind: 'judgment',
    scope: DEFAULT_SCOPE,
    source,
    subtype: subtype === null ? null : subtypeKey(subtype),
    judgment,
    day,
    hours: [...new Set(hours)].sort((a, b) => a - b),
    repeats,
    until,
    reason: note === undefined || note === null || note.trim() === '' ? null : note.trim(),
    author,
    at: now.toISOString(),
  };
}

/** The last day that is tried: yesterday, or the judged day if that is long ago. */
function lastDay(day: Day, days: number, { settings, now }: Judging): Day {
  const yesterday = addDays(dayAt(now.getTime(), settings.zone), -1);
  return day > addDays(yesterday, -days) ? yesterday : day;
}

/**
 * The effect of a judgment on the findings of its series on the last days.
 *
 * @throws as `keepJudgment`
 */
export async function tryJudgment(
  given: NewJudgment,
  days: number,
  judging: Judging,
  signal: AbortSignal,
): Promise<JudgmentReplay> {
  const mark = await wholeJudgment(given, judging, signal);
  const { client, settings } = judging;
  const source = settings.sources.find(({ id }) => id === mark.source);
  if (source === undefined) throw new ApiError('source_not_found', mark.source);
  const decisions = await fetchDecisions(client, DEFAULT_SCOPE, signal);
  const proposed = { ...mark, id: '' };
  const to = lastDay(mark.day, days, judging);
  const request = { source, settings, decisions, proposed, to, days };
  return replayJudgment(request, createKeptSeriesPorts(client, DEFAULT_SCOPE), signal);
}

/**
 * Stores a judgment. If the index of marks exists, it needs no more than `write` on it.
 *
 * @throws ApiError for what cannot be judged, in a sentence; the client's errors
 */
export async function keepJudgment(
  given: NewJudgment,
  judging: Judging,
  signal: AbortSignal,
): Promise<Judgment> {
  const mark = await wholeJudgment(given, judging, signal);
  const { client } = judging;
  await ensureMarks(client, signal);
  return { ...mark, id: await addMark(client, mark, signal) };
}
