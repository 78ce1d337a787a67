import type { Day } from '../../common/time';
import type { Random } from './random';

/** The raw logs that the sample consists of, as folders and names of their files. */
export const SAMPLE_LOGS = [
  'syslog/webapp.log',
  'syslog/messages',
  'syslog/hosts.log',
  'mail/mail.log',
  'ossec/alerts.log',
  'ossec/alerts.json',
  'suricata/eve.json',
] as const;
export type SampleLog = (typeof SAMPLE_LOGS)[number];

/** A day as the streams see it. */
export interface SampleDay {
  readonly day: Day;
  /** 0 = Sunday to 6 = Saturday. */
  readonly weekday: number;
  /** 0 for the last day, on which the incidents are, 1 for the day before it, and so on. */
  readonly age: number;
  /** How long each of the 24 wall-clock hours lasts, in hours: 1 unless the clock changes. */
  readonly lengths: readonly number[];
}

/** An instant and the time on the local clock, as if it were at UTC; both in milliseconds. */
export interface Moment {
  readonly instant: number;
  readonly wallClock: number;
}

/** Draws how many events the 24 hours of a day have. */
export type DrawEvents = (random: Random, day: SampleDay) => number[];

/** Writes one raw record: a line, or the lines of an alert. */
export type WriteRecord = (at: Moment, random: Random) => string;

/** How events are distributed within an hour: anywhere, at even steps, or within its first half. */
export type Spacing = 'anywhere' | 'even' | 'job';

/** One thing that writes into a log: how much, when, and what. */
export interface Stream {
  readonly id: string;
  readonly log: SampleLog;
  readonly draw: DrawEvents;
  readonly spacing: Spacing;
  readonly write: WriteRecord;
}
