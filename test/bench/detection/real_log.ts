import { HOURS_PER_DAY } from '../../../common/time';
import { addDays, daysBefore, type Day } from '../../../common/time/day';
import { dayAt, hourAt } from '../../../common/time/local_day';
import type { ParsedRecord } from '../../../standalone/ingest/documents/log_document';
import { injectAnomaly } from '../../generator/anomalies';
import { SHARE_OF_ANOMALIES, type LabeledCase } from '../../generator/labeled_case';
import { randomFrom, type Random } from '../../generator/random';
import { usualHours } from '../../generator/usual_hours';
import { syslogRecords } from './syslog_records';

const FAMILY = 'real log';
const SEED = 2005;
const TRAINING_DAYS = 31;
/** A day is tested once so many days lie before it. */
const LEAST_HISTORY = 10;
/** What is seen less often is not a series to be learned. */
const LEAST_EVENTS = 20;
/** Lines of a file have the time of a clock that this bench does not know: hours as they stand. */
const ZONE = 'UTC';

/** Counts of the 24 hours, by day. */
type Days = Map<Day, number[]>;

function countInto(series: Map<string, Days>, key: string, day: Day, hour: number): void {
  const days: Days = series.get(key) ?? new Map<Day, number[]>();
  const counts = days.get(day) ?? Array<number>(HOURS_PER_DAY).fill(0);
  counts[hour] = (counts[hour] ?? 0) + 1;
  days.set(day, counts);
  series.set(key, days);
}

/** Series by program, and one of all lines. */
function seriesOf(records: readonly ParsedRecord[]): Map<string, Days> {
  const series = new Map<string, Days>();
  for (const { instant, fields } of records) {
    const [day, hour] = [dayAt(instant, ZONE), hourAt(instant, ZONE)];
    countInto(series, 'all lines', day, hour);
    if ('program' in fields) countInto(series, `program ${fields.program ?? ''}`, day, hour);
  }
  return series;
}

function drawCase(random: Random, days: Days, day: Day, history: number): LabeledCase {
  const none = Array<number>(HOURS_PER_DAY).fill(0);
  const training = daysBefore(day, Math.min(history, TRAINING_DAYS)).map((before) => ({
    day: before,
    counts: days.get(before) ?? none,
  }));
  const counts = days.get(day) ?? none;
  const normal = { day, training, family: FAMILY, counts, kind: 'normal', hours: [] };
  if (random.uniform() > SHARE_OF_ANOMALIES) return { ...normal, direction: null };
  const before = training.map((trained) => trained.counts);
  const largest = Math.max(...before.flat());
  const background = { counts, largest, ...usualHours(before), series: { isErratic: true } };
  const anomaly = injectAnomaly(random, background);
  return anomaly === undefined ? { ...normal, direction: null } : { ...normal, ...anomaly };
}

/**
 * Labeled days from a syslog file: its days as they are, and into some of them something is put that
 * is far above all that the series had before. What the log itself holds that is unusual has no
 * label: who flags it is charged with a false alarm.
 *
 * @param year of the lines, which name none
 * @throws Error where the file holds too little
 */
export async function realLogCases(path: string, year: number): Promise<LabeledCase[]> {
  const series = seriesOf(await syslogRecords(path, year));
  const known = [...(series.get('all lines')?.keys() ?? [])].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`${path} holds no syslog line`);
  const random = randomFrom(SEED);
  const cases: LabeledCase[] = [];
  for (const days of series.values()) {
    if ([...days.values()].flat().reduce((sum, count) => sum + count, 0) < LEAST_EVENTS) continue;
    for (let history = LEAST_HISTORY; addDays(first, history) <= last; history += 1) {
      cases.push(drawCase(random, days, addDays(first, history), history));
    }
  }
  return cases;
}
