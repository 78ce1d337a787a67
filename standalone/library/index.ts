import { explainIssues, parseSettings } from '../../common/settings';
import { contextOf, detectCase, detectCaseSchema, seriesCaseOf } from '../../common/waveform';

/** One series on one day, as `logwave detect` reads it. */
export interface Case {
  readonly id: string;
  /** As in `2026-11-23`. */
  readonly date: string;
  /** The 24 counts of the day; null for an hour that is unknown. */
  readonly test: readonly (number | null)[];
  /** Days before, in any order. */
  readonly train: readonly {
    readonly date: string;
    readonly counts: readonly (number | null)[];
  }[];
  /** Earlier days on which the source logged: the series had no events on this many of them. */
  readonly source_days?: number;
}

/** An hour that stands out. */
export interface FlaggedHour {
  /** 0 to 23. */
  readonly hour: number;
  readonly score: number;
  readonly direction: 'high' | 'low';
}

export interface Detection {
  /** Ascending by hour. */
  readonly flags: readonly FlaggedHour[];
  /** The score of each of the 24 hours, flagged or not; null for an hour that was not tested. */
  readonly scores: readonly (number | null)[];
}

/**
 * The hours of a day that stand out, as `logwave detect` finds them.
 *
 * @param settings the content of a settings file, such as `{ method: 'talk' }`
 * @throws RangeError saying what is wrong with the case or the settings
 */
export function detect(given: Case, settings: object = {}): Detection {
  const chosen = parseSettings(settings);
  if ('errors' in chosen) throw new RangeError(chosen.errors.join('; '));
  const parsed = detectCaseSchema.safeParse(given, { reportInput: true });
  if (!parsed.success) throw new RangeError(explainIssues(parsed.error.issues, []).join('; '));
  return detectCase(seriesCaseOf(parsed.data), chosen.settings, contextOf(parsed.data));
}
