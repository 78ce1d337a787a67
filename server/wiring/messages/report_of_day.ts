import type { DayAnswer } from '../../../common/report';
import type { Settings } from '../../../common/settings';
import type { Day } from '../../../common/time';
import { findingsOfDay } from '../../answers';
import type { Caller } from '../caller';
import { createReader } from '../create_reader';

/** The day that is reported. */
export interface AskedReport {
  readonly settings: Settings;
  readonly day: Day;
  readonly now: Date;
}

/**
 * The report of an analyzed day: its findings, and what was silent at its end.
 *
 * @throws ApiError `day_not_analyzed`, and the client's errors
 */
export function reportOfDay(
  caller: Caller,
  asked: AskedReport,
  signal: AbortSignal,
): Promise<DayAnswer> {
  return findingsOfDay(createReader(caller), asked, signal);
}
