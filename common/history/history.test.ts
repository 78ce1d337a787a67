import { calendarOn } from '../../test/fixtures/calendars';
import { judgmentOf } from '../../test/fixtures/judgments';
import type { StreamMark } from '../marks';
import { type DecidedMarks, historyOf, type SettingsMark } from './history';

const NOTHING: DecidedMarks = { settings: [], judgments: [], streams: [], calendars: [] };
const of = (marks: Partial<DecidedMarks>) =>
  historyOf({ ...NOTHING, ...marks }, (text) => String(text.length));
const at = (hour: number): string => `2026-11-26T${String(hour).padStart(2, '0')}:00:00.000Z`;

const change = { path: 'training.days', from: '31', to: '14' };
const settingsMark = (parts: Partial<SettingsMark & { id: string }>) => ({
  ...{ id: 's', version: 1 as const, kind: 'settings' as const, scope: 'default' },
  ...{ changes: [change], before: 'a', after: 'b', author: 'ana', at: at(8), ...parts },
});
const mute: StreamMark & { id: string } = {
  ...{ id: 'm', version: 1, kind: 'mute', scope: 'default', source: 'syslog', host: null },
  ...{ subtype: null, reason: 'moving', author: 'bo', owner: 'ana', at: at(9) },
  until: '2026-12-24',
};

describe('the history', () => {
  it('says who decided what, when, and the value before, the latest first', () => {
    const expected = judgmentOf({ at: at(10), hours: [3, 4], reason: 'backup' });
    const back = judgmentOf({ id: 'b', judgment: 'none', hours: [], at: at(11) });
    const entries = of({
      settings: [settingsMark({})],
      judgments: [back, expected],
      streams: [mute],
    });
    const words = 'expected, hours 03 04 until 2015-07-02';
    const about = 'syslog 5 on 2015-04-01';
    expect(entries).toEqual([
      { at: at(11), author: 'ana', kind: 'judgment', about, from: words, to: null, note: null },
      { at: at(10), author: 'ana', kind: 'judgment', about, from: null, to: words, note: 'backup' },
      {
        ...{ at: at(9), author: 'bo', kind: 'mark', about: 'syslog', from: null, note: 'moving' },
        to: 'muted until 2026-12-24 owner ana',
      },
      {
        ...{ at: at(8), author: 'ana', kind: 'settings', about: 'training.days', note: null },
        ...{ from: '31', to: '14' },
      },
    ]);
  });

  it('says what a mark takes back, also of a part of what it is about', () => {
    const ofHost = { ...mute, id: 'h', host: 'web1', owner: null, at: at(8) };
    const other = { ...ofHost, id: 'o', source: 'postfix', host: null };
    const back = (parts: Partial<StreamMark & { id: string }>) =>
      ({ ...mute, kind: 'back', until: null, owner: null, reason: null, ...parts }) as const;
    const some = back({ id: 'b', at: at(10) });
    const all = back({ id: 'c', source: null, at: at(11) });
    const again = back({ id: 'd', source: null, at: at(12) });
    const entries = of({ streams: [again, all, some, mute, ofHost, other] });
    expect(entries.map(({ about, from, to }) => [about, from, to])).toEqual([
      ['everything', null, null],
      ['everything', 'postfix muted until 2026-12-24', null],
      ['syslog', 'syslog host web1 muted until 2026-12-24, muted until 2026-12-24 owner ana', null],
      ['syslog', null, 'muted until 2026-12-24 owner ana'],
      ['postfix', null, 'muted until 2026-12-24'],
      ['syslog host web1', null, 'muted until 2026-12-24'],
    ]);
  });

  it('shows calendars by their meaning and the name of their file, not by its text', () => {
    const first = calendarOn(['2026-12-24'], { at: at(8) });
    const second = calendarOn([], {
      id: 'y',
      means: ['like_sunday'],
      sources: ['syslog'],
      at: at(9),
    });
    const removed = calendarOn([], { id: 'z', means: [], ics: null, at: at(10) });
    const entries = of({ calendars: [removed, second, first] });
    const words = `like_sunday for syslog, file ${second.ics?.length}`;
    expect(entries.map(({ from, to }) => [from, to])).toEqual([
      [words, null],
      [`not_assessed for all sources, file ${first.ics?.length}`, words],
      [null, `not_assessed for all sources, file ${first.ics?.length}`],
    ]);
  });

  it('says where a change of the settings is missing', () => {
    const later = settingsMark({ id: 't', before: 'b', after: 'c', at: at(9) });
    expect(of({ settings: [later, settingsMark({})] }).map(({ note }) => note)).toEqual([
      null,
      null,
    ]);
    const gap = settingsMark({ id: 't', before: 'x', after: 'c', at: at(9) });
    expect(of({ settings: [gap, settingsMark({})] }).map(({ note }) => note)).toEqual([
      'the settings were changed before this without a record',
      null,
    ]);
  });
});
