import { createHash } from 'node:crypto';
import type { Client } from '../client';
import type { Calendar, CalendarMark } from '../../../common/calendar';
import type { DecidedMarks, SettingsMark } from '../../../common/history';
import { CONFLICT } from '../../../common/http';
import type { Judgment, JudgmentMark } from '../../../common/marks';
import { allOver, stableJson } from '../../app/basics';
import type { Decisions } from '../../app/deciding';
import type { Mark } from '../../app/silence';
import { asResponseError, refusalType, searchPages, writePatiently } from '../asking';
import { MARKS_INDEX } from '../results';

const MARKS_PER_REQUEST = 1_000;
const STREAM_KINDS = ['gone', 'mute', 'back'];

/**
 * Adds a mark: `write` on the index is enough. Marks are never changed, and the same mark written
 * twice is one.
 *
 * @returns its id
 * @throws the client's errors
 */
export async function addMark(
  client: Client,
  mark: Mark | JudgmentMark | CalendarMark | SettingsMark,
  signal: AbortSignal,
): Promise<string> {
  const id = createHash('sha256').update(stableJson(mark)).digest('base64url');
  const request = { index: MARKS_INDEX, id, op_type: 'create', refresh: true } as const;
  const send = () => client.index({ ...request, document: mark }, { signal });
  try {
    await writePatiently(send, signal);
  } catch (error) {
    // A request that was sent again because no answer came conflicts with itself.
    if (asResponseError(error)?.statusCode !== CONFLICT) throw error;
  }
  return id;
}

/** The marks of some kinds, with their ids; none if there are none. */
async function fetchKinds<T extends { readonly version: number }>(
  client: Client,
  scope: string,
  kinds: readonly string[],
  signal: AbortSignal,
): Promise<(T & { readonly id: string })[]> {
  const request = {
    index: MARKS_INDEX,
    query: { bool: { filter: [{ term: { scope } }, { terms: { kind: [...kinds] } }] } },
    size: MARKS_PER_REQUEST,
    source: true,
    ignore_unavailable: false,
  };
  const marks: (T & { readonly id: string })[] = [];
  try {
    for await (const hits of searchPages<T>(client, request, signal)) {
      for (const { _id: id = '', _source: mark } of hits) {
        if (mark?.version === 1) marks.push({ ...mark, id });
      }
    }
  } catch (error) {
    if (refusalType(error) !== 'index_not_found_exception') throw error;
  }
  return marks;
}

/**
 * All marks of streams of a scope, in any order; none if there are none.
 *
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchMarks(
  client: Client,
  scope: string,
  signal: AbortSignal,
): Promise<Mark[]> {
  return fetchKinds<Mark>(client, scope, STREAM_KINDS, signal);
}

/**
 * All marks of streams and all judgments of a scope, with one search.
 *
 * @throws as `fetchMarks`
 */
export async function fetchMarksAndJudgments(
  client: Client,
  scope: string,
  signal: AbortSignal,
): Promise<{ readonly streams: Mark[]; readonly judgments: Judgment[] }> {
  const kinds = [...STREAM_KINDS, 'judgment'];
  const all = await fetchKinds<Mark | JudgmentMark>(client, scope, kinds, signal);
  const streams: Mark[] = [];
  const judgments: Judgment[] = [];
  for (const mark of all) {
    if (mark.kind === 'judgment') judgments.push(mark);
    else streams.push(mark);
  }
  return { streams, judgments };
}

/**
 * All judgments of a scope, including those that were taken back, in any order.
 *
 * @throws as `fetchMarks`
 */
export async function fetchJudgments(
  client: Client,
  scope: string,
  signal: AbortSignal,
): Promise<Judgment[]> {
  return fetchKinds<JudgmentMark>(client, scope, ['judgment'], signal);
}

/**
 * All calendars of a scope, including those that were replaced or removed, in any order.
 *
 * @throws as `fetchMarks`
 */
export async function fetchCalendars(
  client: Client,
  scope: string,
  signal: AbortSignal,
): Promise<Calendar[]> {
  return fetchKinds<CalendarMark>(client, scope, ['calendar'], signal);
}

/**
 * People's decisions in a scope that affect findings.
 *
 * @throws as `fetchMarks`
 */
export async function fetchDecisions(
  client: Client,
  scope: string,
  signal: AbortSignal,
): Promise<Decisions> {
  const [judgments, calendars] = await allOver([
    fetchJudgments(client, scope, signal),
    fetchCalendars(client, scope, signal),
  ]);
  return { judgments, calendars };
}

/**
 * Everything that people have decided in a scope, including changes of the settings.
 *
 * @throws as `fetchMarks`
 */
export async function fetchDecidedMarks(
  client: Client,
  scope: string,
  signal: AbortSignal,
): Promise<DecidedMarks> {
  const decisions = await fetchDecisions(client, scope, signal);
  const streams = await fetchKinds<Mark>(client, scope, STREAM_KINDS, signal);
  const settings = await fetchKinds<SettingsMark>(client, scope, ['settings'], signal);
  return { ...decisions, streams, settings };
}
