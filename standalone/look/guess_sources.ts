import { setMaxListeners } from 'node:events';
import type { Client } from '../../server/elastic/client';
import { appendAll } from '../../common/lists';
import { freeId, presetSources, type Source } from '../../common/sources';
import type { LocalDay } from '../../common/time';
import { mapAhead, sharedStop } from '../../server/app/basics';
import { fetchFittingSources, type Survey } from '../../server/elastic/counting';
import { orUnknown } from '../../server/elastic/asking';
import { askDaysAhead } from './ask_days_ahead';
import { askFieldsAhead } from './ask_fields_ahead';
import { bestField, fieldReason, type FieldFacts } from './best_field';
import { fetchFieldFacts } from './fetch_field_facts';
import { type LeftOut, NONE_LEFT, type Places, placesIn } from './places';
import type { FoundIndices } from './shared_indices';

const PATTERNS_AT_A_TIME = 4;

/** A source, and why it was chosen, as a phrase. */
export interface GuessedSource {
  readonly source: Source;
  readonly reason: string;
}

/** What to guess from. */
export interface GuessTask {
  /** All indices and data streams, or what a user named: then nothing else is looked at. */
  readonly from: readonly string[] | FoundIndices;
  /** The tested day, and the days that it is going to be compared with. */
  readonly days: readonly [LocalDay, ...LocalDay[]];
  /** Receives which of the days have documents, which counting needs. */
  readonly survey: Survey;
}

export interface Guess {
  readonly sources: readonly GuessedSource[];
  readonly left_out: readonly LeftOut[];
}

/** The first pattern of an expression: what else it names is left out of it. */
function nameOf(expression: string): string {
  const [first = expression] = expression.split(',');
  return first;
}

/** What a pattern of indices could be counted by. */
interface Countable {
  readonly pattern: string;
  readonly time_field: string;
  readonly best: FieldFacts;
}

function guessedSource(
  { pattern, time_field: timeField, best }: Countable,
  taken: Set<string>,
): GuessedSource {
  const { field } = best;
  const id = freeId(nameOf(pattern), taken);
  taken.add(id);
  const source = {
    id,
    name: `${nameOf(pattern)} by ${field}`.slice(0, 100),
    index: pattern,
    filter: [],
    time_field: timeField,
    subtype_fields: [field],
    tag: `${id}_outlier`,
    wording: { code: `${field.slice(0, 80)} {subtype}`, names: [] },
    enabled: true,
  };
  return { source, reason: fieldReason(best) };
}

async function guessOne(
  client: Client,
  pattern: string,
  day: LocalDay,
  signal: AbortSignal,
): Promise<Countable | LeftOut> {
  const asked = await orUnknown(() => fetchFieldFacts(client, pattern, day, signal));
  if (asked.state === 'unknown') return { pattern, reason: asked.reason };
  const { indices, time_field: time, documents, fields } = asked.value;
  if (indices === 0) return { pattern, reason: NONE_LEFT };
  if (time === undefined) return { pattern, reason: 'no field holds a time' };
  if (documents === 0) return { pattern, reason: `no documents on ${day.day}` };
  const best = bestField(fields);
  if (best === undefined) return { pattern, reason: 'no field distinguishes kinds of events' };
  return { pattern, time_field: time, best };
}

/** The guess from presets of which some indices are there, and from the indices that none reaches. */
async function guessFrom(
  client: Client,
  { presets, othersOf }: Places,
  day: LocalDay,
  signal: AbortSignal,
): Promise<Guess> {
  const fitting = await fetchFittingSources(client, presets, day, signal);
  const sources: GuessedSource[] = fitting.map(({ source, words }) => ({
    source: { ...source, enabled: true },
    reason: words,
  }));
  const taken = new Set(presetSources.map(({ id }) => id));
  const leftOut: LeftOut[] = [];
  const read = fitting.map(({ source }) => source);
  const others = othersOf(read);
  appendAll(leftOut, others.left_out);
  const guesses = mapAhead(others.expressions, PATTERNS_AT_A_TIME, (pattern) =>
    guessOne(client, pattern, day, signal),
  );
  for await (const guess of guesses) {
    if ('best' in guess) sources.push(guessedSource(guess, taken));
    else leftOut.push(guess);
  }
  return { sources, left_out: leftOut };
}

/**
 * Guesses sources from the names, mappings and documents of a cluster: every preset whose fields
 * have values, and for other indices the best field to count by.
 *
 * @throws errors of the connection, and the abort
 */
export async function guessSources(
  client: Client,
  { from, days, survey }: GuessTask,
  signal: AbortSignal,
): Promise<Guess> {
  const places = placesIn(from);
  const { presets } = places;
  await askFieldsAhead(client, presets, signal);
  const stop = sharedStop();
  const ahead = AbortSignal.any([signal, stop.signal]);
  setMaxListeners(0, ahead);
  // Not waited for: counting asks again for what has failed.
  void Promise.allSettled([askDaysAhead(client, presets, days, survey, ahead)]);
  let isCounted = false;
  try {
    const guess = await guessFrom(client, places, days[0], signal);
    isCounted = guess.sources.length > 0;
    return guess;
  } finally {
    if (!isCounted) stop.abort();
  }
}
