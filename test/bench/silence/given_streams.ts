import { HOURS_PER_DAY } from '../../../common/time';
import { wallHourOf } from '../../../common/silence/wall_hour';
import type { Stream } from '../../generator/silence_streams';
import { readCases } from '../detection/read_cases';
import type { Fleet } from './fleet';
import { realLogTimes } from './real_log_times';

/** The last days of a given series are tested, the ones before are learned from. */
const TESTED_SHARE = 0.25;
const LEAST_LOG_EVENTS = 20;

function emptyStream(kind: string, from: number, length: number, fill: number): Stream {
  return {
    kind,
    from,
    counts: new Float64Array(length).fill(fill),
    first: new Float64Array(length),
    last: new Float64Array(length),
  };
}

function fleetOf(stream: Stream, testedDays: number): Fleet {
  const testTo = stream.from + stream.counts.length;
  return { streams: [stream], testFrom: testTo - testedDays * HOURS_PER_DAY, testTo };
}

/** Normal days of labeled cases, on the hour grid: an hour with events is full of them. */
export async function fleetsOfCases(paths: readonly string[]): Promise<Fleet[]> {
  const cases = (await readCases(paths)).filter(({ hours }) => hours.length === 0);
  return cases.map(({ day, counts, training, family }) => {
    const days = [...training, { day, counts }].sort((a, b) => (a.day < b.day ? -1 : 1));
    const from = wallHourOf(days[0]?.day ?? day);
    const length = wallHourOf(day) + HOURS_PER_DAY - from;
    const stream = emptyStream(family, from, length, Number.NaN);
    for (const known of days) {
      const start = wallHourOf(known.day) - from;
      known.counts.forEach((count, hour) => {
        stream.counts[start + hour] = count ?? Number.NaN;
        stream.last[start + hour] = 0.999;
      });
    }
    return fleetOf(stream, Math.ceil((length / HOURS_PER_DAY) * TESTED_SHARE));
  });
}

/** The programs of a syslog file, and all of its lines, to the second. */
export async function fleetsOfLog(path: string, year: number): Promise<Fleet[]> {
  const series = [...(await realLogTimes(path, year))];
  const all = series.flatMap(([, times]) => times);
  const from = Math.floor(Math.min(...all) / HOURS_PER_DAY) * HOURS_PER_DAY;
  const to = Math.ceil(Math.max(...all) / HOURS_PER_DAY) * HOURS_PER_DAY;
  return series
    .filter(([, times]) => times.length >= LEAST_LOG_EVENTS)
    .map(([, times]) => {
      const stream = emptyStream('real log', from, to - from, 0);
      for (const time of [...times].sort((a, b) => a - b)) {
        const place = Math.floor(time) - from;
        const within = time - Math.floor(time);
        if (stream.counts[place] === 0) stream.first[place] = within;
        stream.counts[place] = (stream.counts[place] ?? 0) + 1;
        stream.last[place] = within;
      }
      return fleetOf(stream, Math.ceil(((to - from) / HOURS_PER_DAY) * TESTED_SHARE * 2));
    });
}
