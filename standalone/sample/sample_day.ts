import { appendAll } from '../../common/lists';
import {
  weekdayOf,
  type Day,
  localDay,
  type LocalDay,
  MS_PER_QUARTER,
  zoneOffsetAt,
} from '../../common/time';
import { mailStreams } from './mail_streams';
import { ossecStreams } from './ossec_streams';
import { randomFrom, seedOf } from './random';
import { spreadEvents } from './spread_events';
import type { Moment, SampleDay, SampleLog, Stream } from './stream';
import { suricataStreams } from './suricata_streams';
import { syslogStreams } from './syslog_streams';

/** Everything that writes into the sample's logs. */
export const sampleStreams: readonly Stream[] = [
  ...syslogStreams,
  ...mailStreams,
  ...ossecStreams,
  ...suricataStreams,
];

/** A record, and when it was written, in milliseconds since 1970 UTC. */
export interface Written {
  readonly instant: number;
  readonly record: string;
}

/** The streams' view of a day. @param age days before the last day of the sample */
export function sampleDayOf({ day, columns }: LocalDay, age: number): SampleDay {
  return { day, weekday: weekdayOf(day), age, lengths: columns.map(({ length }) => length) };
}

/** The wall clock at instants of a zone. Offsets only change on quarters of an hour. */
function clockOf(zone: string): (instant: number) => Moment {
  const offsets = new Map<number, number>();
  return (instant) => {
    const quarter = Math.floor(instant / MS_PER_QUARTER);
    const offset = offsets.get(quarter) ?? zoneOffsetAt(instant, zone);
    offsets.set(quarter, offset);
    return { instant, wallClock: instant + offset };
  };
}

function writtenBy(
  stream: Stream,
  local: LocalDay,
  age: number,
  seed: number,
  momentAt: (instant: number) => Moment,
): Written[] {
  const random = randomFrom(seedOf(seed, stream.id, local.day));
  const counts = stream.draw(random, sampleDayOf(local, age));
  return spreadEvents(counts, local.columns, stream.spacing, random)
    .sort((a, b) => a - b)
    .map((instant) => ({ instant, record: stream.write(momentAt(instant), random) }));
}

/** The records of one day with their times, log by log, each in the order of time. */
export function writeSampleDay(
  day: Day,
  age: number,
  zone: string,
  seed: number,
): ReadonlyMap<SampleLog, readonly Written[]> {
  const local = localDay(day, zone);
  const momentAt = clockOf(zone);
  const byLog = new Map<SampleLog, Written[]>();
  for (const stream of sampleStreams) {
    const written = byLog.get(stream.log) ?? [];
    appendAll(written, writtenBy(stream, local, age, seed, momentAt));
    byLog.set(stream.log, written);
  }
  for (const written of byLog.values()) written.sort((a, b) => a.instant - b.instant);
  return byLog;
}

/** The records of one day, log by log, each in the order of time. */
export function sampleDayRecords(
  day: Day,
  age: number,
  zone: string,
  seed: number,
): Map<SampleLog, string[]> {
  return new Map(
    [...writeSampleDay(day, age, zone, seed)].map(([log, written]) => [
      log,
      written.map(({ record }) => record),
    ]),
  );
}
