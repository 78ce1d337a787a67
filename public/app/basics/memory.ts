import { createContext, useContext } from 'react';
import type { AnswerOf, getSeriesOfDay, getSources } from '../../../common/api';
import type { Day } from '../../../common/time';
import type { Kept } from './remote';

/** Where a reader was on a day's overview when opening a series. */
export interface ReturnPoint {
  /** The key of the row, see `rowKey`. */
  readonly row: string;
  /**
   * How far the page was scrolled; undefined if the reader never was there: then the row is
   * searched for.
   */
  readonly scroll: number | undefined;
}

/** The day that the application opened with. */
export interface HomeDay {
  readonly day: Day;
  /** Its hours are of this zone. */
  readonly zone: string;
  /** It is yesterday, and has a result, so no other day replaces it until another day is over. */
  readonly isSettled: boolean;
}

/** The host's answers. They are shown at once, and requested again. */
export interface Answers {
  readonly days: Kept<AnswerOf<typeof getSeriesOfDay>>;
  readonly sources: Kept<AnswerOf<typeof getSources>>;
  /** Under the key "home". */
  readonly home: Kept<HomeDay>;
  /** The day whose result was received last; undefined before the first. */
  readonly lastDay: () => Day | undefined;
  /** Drops the answers, so that they are requested again. */
  readonly forget: () => void;
}

/** What the application remembers between its pages, until it is closed. */
export interface Memory extends Answers {
  readonly returns: Map<Day, ReturnPoint>;
}

/** With a thousand series a day takes a megabyte. */
const DAYS_KEPT = 3;

interface Latest<T> extends Kept<T> {
  readonly clear: () => void;
  readonly lastKey: () => string | undefined;
}

function keepLatest<T>(most: number): Latest<T> {
  const held = new Map<string, T>();
  return {
    get: (key) => held.get(key),
    set: (key, answer) => {
      held.delete(key);
      held.set(key, answer);
      const [oldest] = held.keys();
      if (held.size > most && oldest !== undefined) held.delete(oldest);
    },
    clear: () => held.clear(),
    lastKey: () => [...held.keys()].pop(),
  };
}

/** Keeps the latest few answers. */
export function createAnswers(): Answers {
  const days = keepLatest<AnswerOf<typeof getSeriesOfDay>>(DAYS_KEPT);
  const sources = keepLatest<AnswerOf<typeof getSources>>(1);
  const home = keepLatest<HomeDay>(1);
  const forget = (): void => [days, sources, home].forEach(({ clear }) => clear());
  return { days, sources, home, lastDay: days.lastKey, forget };
}

/** @param answers of earlier visits to the application */
export function createMemory(answers = createAnswers()): Memory {
  return { ...answers, returns: new Map() };
}

const Context = createContext<Memory | undefined>(undefined);

/** Provides the application's memory, which `App` creates. */
export const MemoryProvider = Context.Provider;

/** The application's memory. */
export function useMemory(): Memory {
  const memory = useContext(Context);
  if (memory === undefined) throw new Error('the page was rendered without its memory');
  return memory;
}
