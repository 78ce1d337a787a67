import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { weekdayOf, type Day } from '../../../common/time';
import { dayAt, hourAt } from '../../../common/time/local_day';
import { readRecords } from '../../../standalone/ingest/read_records';
import type { Random } from '../../generator/random';
import type { Event, EventsOfHour } from './events';

const ZONE = 'UTC';
/** A day is tested once so many days lie before it. */
const LEAST_HISTORY = 10;
const TRAINING_DAYS = 31;
const LEAST_ALIKE = 3;
/** With fewer events on its training days an hour has nothing to compare with. */
const LEAST_EVENTS = 20;
/** After so many hours with too little to compare, a log is taken to have none. */
const MOST_DRAWN = 10_000;

/** As PAM, sshd and su write them. */
const USER = /\b(?:user=|for user |for invalid user |for |user )([\w.-]{1,32})\b/;
const ADDRESS = /\b(?:rhost=|from )([\w.:-]{4,64})/;

/** The events of a log by day and hour. */
export interface LogHours {
  readonly days: readonly Day[];
  readonly events: readonly Event[];
  at(day: Day, hour: number): readonly Event[];
}

function eventOf(document: {
  readonly message: string;
  readonly host: string;
  readonly program?: string;
}): Event {
  const { message, host, program } = document;
  const user = USER.exec(message)?.[1];
  const address = ADDRESS.exec(message)?.[1];
  return {
    host,
    ...(program === undefined ? {} : { program }),
    ...(user === undefined ? {} : { user }),
    ...(address === undefined ? {} : { address }),
  };
}

/**
 * Reads a log as ingest does, with the users and addresses that its messages name.
 *
 * @throws Error where the file holds too few days
 */
export async function readLogHours(path: string): Promise<LogHours> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  const origin = { path: basename(path), host: 'localhost', zone: ZONE, now: Date.now() };
  const hours = new Map<string, Event[]>();
  const events: Event[] = [];
  const days = new Set<Day>();
  for (const { instant, document } of readRecords(lines, origin)) {
    if (instant === undefined) continue;
    const [day, hour] = [dayAt(instant, ZONE), hourAt(instant, ZONE)];
    const event = eventOf(document);
    const key = `${day} ${hour}`;
    const ofHour = hours.get(key) ?? [];
    ofHour.push(event);
    hours.set(key, ofHour);
    events.push(event);
    days.add(day);
  }
  if (days.size <= LEAST_HISTORY) throw new Error(`${path} holds only ${days.size} days`);
  const at = (day: Day, hour: number): readonly Event[] => hours.get(`${day} ${hour}`) ?? [];
  return { days: [...days].sort(), events, at };
}

/**
 * Draws an hour of the log as it is, with the same hour of the days before it.
 *
 * @throws Error where hardly any hour has events to be compared with
 */
export function drawLogHour(log: LogHours, random: Random): EventsOfHour {
  const { days } = log;
  for (let drawn = 0; drawn < MOST_DRAWN; drawn += 1) {
    const place = random.whole(LEAST_HISTORY, days.length - 1);
    const day = days[place] ?? '';
    const hour = random.whole(0, 23);
    const before = days.slice(Math.max(0, place - TRAINING_DAYS), place);
    const alike = before.filter((one) => weekdayOf(one) === weekdayOf(day));
    const basis = alike.length >= LEAST_ALIKE ? alike : before;
    const training = basis.flatMap((one) => log.at(one, hour));
    if (training.length < LEAST_EVENTS) continue;
    return { days: basis.length, today: log.at(day, hour), training };
  }
  throw new Error(`the log has no hour with ${LEAST_EVENTS} events on its training days`);
}
