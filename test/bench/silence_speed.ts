import { addDays, type Day, daysBefore, HOURS_PER_DAY, localDay } from '../../common/time';
import { settingsSchema } from '../../common/settings';
import { wallHourOf } from '../../common/silence';
import { assessSeries } from '../../common/waveform';
import { type CountedDay, HourTable, SeriesNames } from '../../common/waveform/hours';
import { decisionsOf, NO_DECISIONS } from '../../server/app/deciding';
import { CountedStreams } from '../../server/app/silence/counted_streams';
import { DecidedHours } from '../../server/app/silence/decided_hours';
import { judgeStream } from '../../server/app/silence/judge_stream';
import { OfficeCalendar } from '../../server/app/silence/office_calendar';
import { streamName } from '../../server/app/silence/stream_name';
import { type WatchedStream, watchStream } from '../../server/app/silence/watched_stream';
import { randomFrom } from '../generator/random';
import { coreSeconds } from './core_seconds';

const DAY: Day = '2026-03-02';
const HOSTS = 10_000;
const TRAINING_DAYS = 31;
/** One host in so many has stopped. */
const STOPPED = 100;
const MEGABYTE = 2 ** 20;
const ROUNDS = 3;
const LOOKS = 3;
const GOAL_MEMORY = 50;

type Print = (line: string) => void;

const isStopped = (host: number): boolean => host % STOPPED === 0;

/** Hosts of 0.2 to 200 events an hour, a hundredth of which stopped two days ago. */
function countedDays(): CountedDay[] {
  const random = randomFrom(7);
  // As kept counts are read: the days share their names.
  const names = new SeriesNames();
  const rates = Array.from({ length: HOSTS }, () => random.scale(0.2, 200));
  return [DAY, ...daysBefore(DAY, TRAINING_DAYS)].map((day) => {
    const series = new HourTable(HOSTS, names);
    rates.forEach((rate, host) => {
      if (isStopped(host) && day >= addDays(DAY, -1)) return;
      series.addHours(
        `host${host}`,
        Array.from({ length: HOURS_PER_DAY }, () => random.poisson(rate)),
      );
    });
    const counts = { source: 'bench', day, zone: 'UTC', series, documents: 1, without_subtype: 0 };
    return { state: 'known', origin: 'kept', counts };
  });
}

function judgeAll(days: readonly CountedDay[]): number {
  const streams = new CountedStreams(days, DAY, new Set());
  const now = wallHourOf(DAY) + HOURS_PER_DAY;
  const settings = { ...settingsSchema.parse({}), zone: 'UTC', sources: [] };
  const nothing = decisionsOf(NO_DECISIONS, { from: DAY, to: DAY }, settings);
  const decided = new DecidedHours(nothing, DAY, TRAINING_DAYS, settings);
  const watched: WatchedStream[] = [];
  for (const host of streams.keys()) {
    const ref = { source: 'bench', host, subtype: null };
    const stream = watchStream(ref, streams, undefined, decided);
    if (stream !== undefined) watched.push(stream);
  }
  const { isHoliday } = new OfficeCalendar(watched, now);
  const nameOf = streamName([]);
  const countsOf = () => streams;
  const today = now - 24;
  const context = { zone: 'UTC', now, marks: [], isHoliday, decided, today, countsOf, nameOf };
  let found = 0;
  for (const stream of watched) {
    if (judgeStream(stream, context)?.state === 'silent') found += 1;
  }
  return found;
}

function assessAll(days: readonly CountedDay[]): void {
  const settings = settingsSchema.parse({});
  const { columns } = localDay(DAY, 'UTC');
  const none = Array<number>(HOURS_PER_DAY).fill(0);
  for (let host = 0; host < HOSTS; host += 1) {
    const known = days.flatMap((one) => {
      if (one.state !== 'known') return [];
      const { day, series } = one.counts;
      return [{ day, counts: series.get(`host${host}`) ?? none }];
    });
    const [tested, ...training] = known;
    if (tested === undefined) continue;
    const one = { day: DAY, counts: tested.counts, training };
    assessSeries(one, columns, settings, { floors: {} });
  }
}

/** Milliseconds of one core: what else the machine does is not counted. */
function timed(work: () => void): number {
  const began = coreSeconds();
  work();
  return 1_000 * (coreSeconds() - began);
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

/** Milliseconds of one core that finding the silent ones among the same hosts takes. */
export function judgingMilliseconds(): number {
  const days = countedDays();
  judgeAll(days);
  return median(Array.from({ length: ROUNDS * LOOKS }, () => timed(() => judgeAll(days))));
}

/** How long looking for silence takes beside assessing as many series, without Elasticsearch. */
export function benchSilence(print: Print): void {
  const days = countedDays();
  judgeAll(days);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let found = 0;
  const first = timed(() => (found = judgeAll(days)));
  const memory = (process.memoryUsage().heapUsed - before) / MEGABYTE;
  const looks = [first];
  const assessments: number[] = [];
  // In turn: what else the machine does is in the way of both.
  for (let round = 0; round < ROUNDS; round += 1) {
    assessments.push(timed(() => assessAll(days)));
    for (let look = 0; look < LOOKS; look += 1) looks.push(timed(() => judgeAll(days)));
  }
  const [judging, assessing] = [median(looks), median(assessments)];
  const share = (100 * judging) / (assessing + judging);
  print(`silence of ${HOSTS} hosts x ${TRAINING_DAYS} days (${found} silent)`);
  print(`  looking         ${judging.toFixed(0).padStart(8)} ms`);
  print(`  assessing       ${assessing.toFixed(0).padStart(8)} ms, the same series`);
  print(`  share           ${share.toFixed(1).padStart(8)} %   of both`);
  print(`  memory          ${memory.toFixed(0).padStart(8)} MB  (goal: at most ${GOAL_MEMORY} MB)`);
}
