import type { Schedule } from '../../../common/api/setup/get_schedule';
import type { PageServices } from '../../../public/app/basics/services';
import { createPageHost, type PageHost } from '../../fixtures/page_host';
import { crowdedDay, dayOfRows, ordinaryDay, type DayAnswer } from '../../fixtures/page_day';
import {
  emptyDay,
  hostileDay,
  missingDay,
  stoppedDay,
  unknownDay,
} from '../../fixtures/page_odd_days';
import { SAVED_AT_FIRST } from '../../fixtures/page_settings';
import { SILENT_ROWS } from '../../fixtures/page_silence';

/** A host that answers in some way, and a reader who may do something. */
export interface Scenario {
  readonly host: PageHost;
  readonly may: PageServices['may'];
}

const EXPIRING = { is_yours: true };
const WARNING =
  'The schedule will soon stop, because the key of the schedule (of ana, since 2015-03-01) expires on 2015-04-07. ana can renew it, or another user can turn the schedule on in their own name.';

const ALL = { read: true, judge: true, run: true, tag: true, manage: true };
const READER = { read: true, judge: false, run: false, tag: false, manage: false };

function withHost(change: (host: PageHost) => Partial<PageHost>, may = ALL): Scenario {
  const host = createPageHost(ordinaryDay());
  return { host: Object.assign(host, change(host)), may };
}

/** What tests and screenshots look at, by the first part of the address. */
export const scenarios: ReadonlyMap<string, () => Scenario> = new Map<string, () => Scenario>([
  ['ordinary', () => withHost(() => ({}))],
  ['thousand', () => ({ host: createPageHost(crowdedDay(1000)), may: ALL })],
  ['crowded', () => ({ host: createPageHost(crowdedDay(10_000)), may: ALL })],
  ['first', () => withHost(() => ({ day: undefined }))],
  ['empty', () => withHost(() => ({ day: undefined, daysWithLogs: [] }))],
  ['down', () => withHost(() => ({ isDown: true }))],
  ['space', () => withHost(() => ({ mayChange: false }))],
  ['talk', () => withHost(() => ({ method: 'talk' }))],
  ['forbidden', () => withHost(() => ({ isForbidden: true }))],
  ['unknown', () => ({ host: createPageHost(unknownDay()), may: ALL })],
  ['missing', () => ({ host: createPageHost(missingDay()), may: ALL })],
  ['nologs', () => ({ host: createPageHost(emptyDay()), may: ALL })],
  ['stopped', () => ({ host: createPageHost(stoppedDay()), may: ALL })],
  ['hostile', () => ({ host: createPageHost(hostileDay()), may: ALL })],
  ['incident', () => withHost(({ analyzed }) => ({ day: incidentOf(analyzed) }))],
  ['silences', () => withHost(() => ({ silent: SILENT_ROWS }))],
  ['quiet', () => withHost(({ analyzed }) => ({ day: quietOf(analyzed) }))],
  [
    'reader',
    () => withHost(({ analyzed }) => ({ day: dayOfRows(analyzed.series, false) }), READER),
  ],
  [
    'failing',
    () =>
      withHost(({ schedule }) => ({
        schedule: {
          ...schedule,
          last_run: {
            at: '2015-04-02T10:02:00.000Z',
            outcome: 'failed',
            words: 'The key of the schedule was revoked; turn the schedule on again.',
          },
        },
      })),
  ],
  ['expiring', () => withHost(({ schedule }) => ({ schedule: withKey(schedule, EXPIRING) }))],
  [
    'expiringOfAnother',
    () =>
      withHost(({ schedule }) => ({
        schedule: withKey(schedule, { is_yours: false, owner: 'disabled' }),
      })),
  ],
  [
    'renewalDue',
    () =>
      withHost(({ schedule }) => ({
        schedule: withKey(schedule, { ...EXPIRING, is_renewal_due: true }),
      })),
  ],
  [
    'expiredForReader',
    () =>
      withHost(({ schedule }) => ({ schedule: withKey(schedule, { is_yours: false }) }), READER),
  ],
  [
    'hindered',
    () =>
      withHost(({ schedule }) => ({
        schedule: {
          ...schedule,
          enabled: false,
          obstacles: ['Set xpack.encryptedSavedObjects.encryptionKey in kibana.yml.'],
        },
      })),
  ],
  ['broken', () => withHost(({ analyzed }) => ({ day: brokenOf(analyzed) }))],
  ['changed', () => withHost(({ analyzed }) => ({ day: changedOf(analyzed), saved: TWOFOLD }))],
  // As a day of an older version, whose settings cannot be read any more.
  ['unfitting', () => withHost(() => ({ saved: TWOFOLD }))],
  ['open', () => withHost(() => ({ isSecured: false }))],
  [
    'invalid',
    () =>
      withHost(() => ({
        saved: {
          ...SAVED_AT_FIRST,
          training: { days: 200 },
          sources: [{ id: 'ossec', tag: 'not a tag' }],
        },
      })),
  ],
  [
    'omitting',
    () =>
      withHost(() => ({
        series: [
          { source: 'syslog', subtype: '5', omit_days: ['2015-03-18', '2015-03-25'] },
          { source: 'ossec', subtype: '550', floors: { judge: false } },
        ],
      })),
  ],
  [
    'keeping',
    () =>
      withHost(() => ({
        method: 'talk',
        series: [{ source: 'syslog', subtype: '5', omit_days: ['2015-03-18'] }],
      })),
  ],
  [
    'outage',
    () =>
      withHost(() => ({
        method: 'talk',
        saved: { ...SAVED_AT_FIRST, outages: [{ day: '2015-03-18' }] },
      })),
  ],
  [
    'unscheduled',
    () => withHost(({ schedule }) => ({ schedule: { ...schedule, enabled: false } })),
  ],
]);

/** The schedule with a key that somebody should do something about. */
function withKey(schedule: Schedule, part: Partial<NonNullable<Schedule['key']>>): Schedule {
  const { key } = schedule;
  return { ...schedule, key: key && { ...key, ...part }, warning: WARNING };
}

/** An answer that no host should give: it cannot be drawn. */
function brokenOf(day: DayAnswer): DayAnswer {
  const broken = { today: undefined } as unknown as DayAnswer['series'][number];
  return { ...day, series: day.series.map((row) => ({ ...row, ...broken })) };
}

/** Settings of today whose source syslog distinguishes its series by two fields. */
const TWOFOLD = {
  ...SAVED_AT_FIRST,
  sources: SAVED_AT_FIRST.sources.map((source) =>
    source.id === 'syslog' ? { ...source, subtype_fields: ['program', 'host'] } : source,
  ),
};

/** A day of the time before: its run knew the source as it was. */
function changedOf(day: DayAnswer): DayAnswer {
  const [source] = SAVED_AT_FIRST.sources;
  return { ...day, changed_sources: source === undefined ? [] : [{ source, fields: [] }] };
}

/** A day on which two flagged series show the same incident. */
function incidentOf(day: DayAnswer): DayAnswer {
  const isView = ({ source, subtype }: DayAnswer['series'][number]): boolean =>
    (source === 'syslog' && subtype === '5') || (source === 'ossec' && subtype === '550');
  return dayOfRows(
    day.series.map((row) =>
      row.finding !== null && isView(row)
        ? { ...row, finding: { ...row.finding, incident: 'shared' } }
        : row,
    ),
  );
}

function quietOf(day: DayAnswer) {
  return dayOfRows(day.series.filter(({ state }) => state !== 'unusual'));
}
