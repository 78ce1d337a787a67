import { countsDay, countsSource } from '../../../test/fixtures/counts_source';
import { fakePorts, logsOn } from '../../../test/fixtures/counts_fake_ports';
import { settingsSchema } from '../../../common/settings/settings';
import { daysBefore, type Day } from '../../../common/time/day';
import type { Unknown } from '../counting';
import { NO_DECISIONS } from '../deciding/decisions';
import { lookAtSilence } from './look_at_silence';
import type { SilenceLook } from './silence_look';
import { SilenceMemory } from './silence_memory';
import type { SilencePorts } from './silence_ports';

const { signal } = new AbortController();
const DAY: Day = '2026-03-02';
const NOW = new Date('2026-03-02T12:20:00Z');
/** The last day of web1, which alone writes severity 3. */
const LAST: Day = '2026-02-26';
const LAST_EVENT = '2026-02-26T23:41:00.000Z';
const TROUBLE: Unknown = { state: 'unknown', reason: '1 of 5 shards failed', is_passing: true };
const settings = {
  ...settingsSchema.parse({}),
  zone: 'UTC',
  sources: [countsSource({ subtype_fields: ['severity'] })],
};

/** Each event: its severity, its host, and its last day. */
const WRITTEN = [
  ['6', 'web2', DAY],
  ['3', 'web1', LAST],
] as const;

/** The series of a day, of a source of hosts, of pairs, or of severities. */
function keysOn(day: Day, id: string): string[] {
  const keyOf = (severity: string, host: string): string => {
    if (id.endsWith('~pairs')) return JSON.stringify([severity, host]);
    return id.endsWith('~hosts') ? host : severity;
  };
  return WRITTEN.flatMap(([severity, host, last]) => (day <= last ? [keyOf(severity, host)] : []));
}

/** A look at present. @param isTroubled whether a question has no answer: about pairs, or old events */
async function lookNow(memory: SilenceMemory, isTroubled: (about: 'pairs' | 'events') => boolean) {
  const asked: string[] = [];
  const whole = fakePorts(logsOn([DAY, ...daysBefore(DAY, 60)]), {
    countDay: ({ id }, _group, { day }) => {
      const isOfPairs = id.endsWith('~pairs');
      if (isOfPairs) asked.push('pairs');
      if (isOfPairs && isTroubled('pairs')) return Promise.resolve({ ...TROUBLE, searches: 1 });
      const hours = Array.from({ length: 24 }, (_, hour) => (day < DAY || hour < 13 ? 12 : 0));
      const series = new Map(keysOn(day, id).map((key) => [key, hours]));
      const documents = [...series.values()].flat().reduce<number>((sum, count) => sum + count, 0);
      const value = countsDay({ source: id, day, documents, series });
      return Promise.resolve({ state: 'known', value, searches: 1 });
    },
    readKept: () => Promise.resolve({ days: new Map(), problem: null }),
  });
  const ports: SilencePorts = {
    counting: whole.ports,
    hostFields: () => Promise.resolve({ state: 'known', value: new Map([['host', 10]]) }),
    hoursWithout: () => Promise.resolve({ state: 'known', value: Array<number>(24).fill(0) }),
    lastEvents: (_source, _range, only) => {
      const now = new Map([['web2', NOW.getTime()]]);
      if (only === null) return Promise.resolve({ state: 'known', value: now });
      asked.push(...only);
      if (isTroubled('events')) return Promise.resolve(TROUBLE);
      const value = new Map([['web1', Date.parse(LAST_EVENT)]]);
      return Promise.resolve({ state: 'known', value });
    },
    marks: () => Promise.resolve([]),
    decisions: () => Promise.resolve(NO_DECISIONS),
    stored: () => Promise.resolve([]),
    earlier: () => Promise.resolve([]),
  };
  const request = { scope: 'default', settings, at: NOW, now: NOW, memory };
  return { look: await lookAtSilence(request, ports, signal), asked };
}

const told = ({ rows }: SilenceLook) =>
  rows.map(({ host, subtype, last_seen: last }) => [host ?? subtype, last]);

describe('a look with a memory of earlier ones', () => {
  it('does not ask again for what was answered', async () => {
    const memory = new SilenceMemory();
    const first = await lookNow(memory, () => false);
    expect(told(first.look)).toEqual([['web1', LAST_EVENT]]);
    expect(first.asked).toEqual(['web1', 'pairs']);
    const second = await lookNow(memory, () => false);
    expect([told(second.look), second.asked]).toEqual([told(first.look), []]);
  });

  it('asks again when hosts last logged where there was trouble, and says so', async () => {
    const memory = new SilenceMemory();
    const { look } = await lookNow(memory, (about) => about === 'events');
    expect(told(look)).toEqual([['web1', `${LAST}T23:00:00.000Z`]]);
    expect(look.notes).toEqual([
      'syslog: last events of hosts are known to the hour only: 1 of 5 shards failed',
    ]);
    const again = await lookNow(memory, () => false);
    expect(told(again.look)).toEqual([['web1', LAST_EVENT]]);
    expect([again.asked, again.look.notes]).toEqual([['web1'], []]);
  });

  it('asks again who wrote a silent series where there was trouble', async () => {
    const memory = new SilenceMemory();
    const { look } = await lookNow(memory, (about) => about === 'pairs');
    expect(told(look).map(([name]) => name)).toEqual(['web1', '3']);
    const again = await lookNow(memory, () => false);
    expect(told(again.look)).toEqual([['web1', LAST_EVENT]]);
    expect(again.asked).toEqual(['pairs']);
  });
});
