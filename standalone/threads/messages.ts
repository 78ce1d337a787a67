import type { Settings } from '../../common/settings';
import type { SharedHours, SourceDay } from '../../common/waveform/hours';
import type { SourceToAssess } from '../../server/app/assessing';

/** Counts of a day, as a thread gets them once. */
export interface SentDay {
  readonly number: number;
  readonly counts: Omit<SourceDay, 'series'>;
  /** A table, whose numbers are shared and whose names are those of a list; or any map, as a copy. */
  readonly series:
    | { readonly hours: SharedHours; readonly names: number }
    | { readonly map: ReadonlyMap<string, readonly number[]> };
}

/** Names of series that a thread has not got yet, to be added to a list. */
export interface SentNames {
  readonly number: number;
  readonly more: readonly string[];
}

/** A source to assess, whose days are named by number. */
export interface SentSource extends Omit<SourceToAssess, 'tested' | 'training'> {
  readonly tested: number | null;
  readonly training: readonly number[];
}

/** What a thread is to work out of a source's day. */
export type Work =
  | { readonly kind: 'backtest'; readonly settings: Settings }
  | { readonly kind: 'flags'; readonly sides: readonly [Settings, ...Settings[]] };

/** A task, with what the thread has not got of it yet. */
export interface Task {
  readonly number: number;
  readonly work: Work;
  readonly source: SentSource;
  readonly names: readonly SentNames[];
  readonly days: readonly SentDay[];
}

/** What came of a task. */
export type TaskAnswer =
  | { readonly number: number; readonly result: unknown }
  | { readonly number: number; readonly error: Error };
