import type { Client } from '../../server/elastic/client';
import type { Settings } from '../../common/settings';
import { addDays, type Day, weekdayOf } from '../../common/time';
import { DEFAULT_SCOPE, subtypeKey } from '../../server/app/basics';
import { fetchJudgments } from '../../server/elastic/silence';
import { type Judging, keepCalendar, keepJudgment, keepMute } from '../../server/wiring';

/** A series that the demo puts marks on. */
interface Example {
  readonly source: string;
  readonly subtype: string;
  readonly note: string;
}

interface JudgedExample extends Example {
  readonly judgment: 'expected' | 'incident';
}

/** The author of the marks. */
const AUTHOR = 'demo';
/** The late job, and the guessed passwords. */
const JUDGED: readonly JudgedExample[] = [
  {
    source: 'ossec',
    subtype: '550',
    judgment: 'expected',
    note: 'The nightly job waited for the upgrade.',
  },
  {
    source: 'syslog_program',
    subtype: 'sshd',
    judgment: 'incident',
    note: 'Passwords were guessed. The address is blocked.',
  },
];
/** The mail daemon that fell silent. */
const MUTED: Example = {
  source: 'postfix',
  subtype: 'bounce',
  note: 'The mail server is being replaced.',
};
/** The mute ends a week after the day on which the demo is run. */
const MUTED_DAYS = 8;
const CALENDAR = 'office';
/**
 * The calendar has a working day more than a week ago, so that even a short sample is learned from
 * enough days.
 */
const LEAST_AGE = 8;
/** Sunday and Saturday, as the sample's offices have them. */
const FREE_DAYS = [0, 6];

/** The day that the demo shows, and where its results are stored. */
export interface DemoScene {
  readonly client: Client;
  readonly settings: Settings;
  /** The analyzed day. */
  readonly day: Day;
}

function judgingNow({ client, settings }: DemoScene): Judging {
  return { client, settings, author: AUTHOR, now: new Date() };
}

/** The last working day that is old enough. */
export function calendarDay(day: Day): Day {
  let found = addDays(day, -LEAST_AGE);
  while (FREE_DAYS.includes(weekdayOf(found))) found = addDays(found, -1);
  return found;
}

function calendarOf(day: Day): string {
  const date = calendarDay(day).replaceAll('-', '');
  const event = ['BEGIN:VEVENT', 'UID:anniversary', 'SUMMARY:Anniversary of the company'];
  const lines = [...event, `DTSTART;VALUE=DATE:${date}`, 'RRULE:FREQ=YEARLY', 'END:VEVENT'];
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:Logwave demo',
    ...lines,
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

/** The judgment of an example; undefined if there is none. */
async function heldJudgment(
  { source, subtype }: Example,
  { client, day }: DemoScene,
  signal: AbortSignal,
) {
  const judgments = await fetchJudgments(client, DEFAULT_SCOPE, signal);
  const own = judgments.filter(
    (mark) => mark.source === source && mark.subtype === subtypeKey(subtype) && mark.day === day,
  );
  const latest = own.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  return latest?.judgment === 'none' ? undefined : latest;
}

/**
 * Marks before the day is analyzed: a mute, and a day of a calendar. Judgments of an earlier demo
 * on the day are taken back, so that its findings are found again.
 *
 * @throws the client's errors
 */
export async function tellBefore(scene: DemoScene, signal: AbortSignal): Promise<void> {
  const { day } = scene;
  const { source, subtype, note: reason } = MUTED;
  const until = addDays(day, MUTED_DAYS);
  await keepMute(
    { kind: 'mute', source, subtype, reason, from: day, until },
    judgingNow(scene),
    signal,
  );
  const calendar = { name: CALENDAR, means: ['not_learned_from'], sources: null } as const;
  await keepCalendar({ ...calendar, ics: calendarOf(day) }, judgingNow(scene), signal);
  for (const example of JUDGED) {
    const held = await heldJudgment(example, scene, signal);
    if (held?.reason !== example.note) continue;
    const what = { source: example.source, subtype: example.subtype, day };
    await keepJudgment({ ...what, judgment: 'none' }, judgingNow(scene), signal);
  }
}

/**
 * Judgments of two findings of the day: one was expected, one is an incident. A user's own
 * judgments stay.
 *
 * @throws the client's errors
 */
export async function tellAfter(
  scene: DemoScene,
  findings: readonly { readonly source: string; readonly subtype: string | null }[],
  signal: AbortSignal,
): Promise<void> {
  for (const example of JUDGED) {
    const { source, subtype, judgment, note } = example;
    const isFound = findings.some((one) => one.source === source && one.subtype === subtype);
    if (!isFound || (await heldJudgment(example, scene, signal)) !== undefined) continue;
    const what = { source, subtype, day: scene.day, judgment, note };
    await keepJudgment(what, judgingNow(scene), signal);
  }
}
