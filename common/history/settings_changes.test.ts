import { settingsChanges } from './settings_changes';

describe('what was changed in settings', () => {
  it('names each value by its path, as it was and as it is', () => {
    const before = { training: { days: 31, weekend: ['sunday'] }, method: 'talk' };
    const after = { training: { days: 14, weekend: ['friday', 'saturday'] }, zone: 'UTC' };
    expect(settingsChanges(before, after)).toEqual([
      { path: 'method', from: '"talk"', to: null },
      { path: 'training.days', from: '31', to: '14' },
      { path: 'training.weekend', from: '["sunday"]', to: '["friday","saturday"]' },
      { path: 'zone', from: null, to: '"UTC"' },
    ]);
  });

  it('identifies elements of lists by their names, not by their indices', () => {
    const before = {
      sources: [{ id: 'syslog', index: 'a-*' }, { id: 'ossec' }],
      series: [{ source: 'syslog', subtype: '5', omit_days: ['2026-11-02'] }],
      outages: [{ day: '2026-11-03' }],
    };
    const after = {
      sources: [{ id: 'ossec' }, { index: 'b-*', id: 'syslog' }],
      series: [],
      outages: [{ day: '2026-11-03' }, { day: '2026-11-04', source: 'syslog' }],
    };
    expect(settingsChanges(before, after)).toEqual([
      {
        path: 'outages.syslog 2026-11-04',
        from: null,
        to: '{"day":"2026-11-04","source":"syslog"}',
      },
      {
        path: 'series.syslog 5',
        from: '{"source":"syslog","subtype":"5","omit_days":["2026-11-02"]}',
        to: null,
      },
      { path: 'sources.syslog.index', from: '"a-*"', to: '"b-*"' },
    ]);
  });

  it('is nothing where only the order of keys or of named things differs', () => {
    const before = { a: 1, sources: [{ id: 'x', n: 1 }, { id: 'y' }] };
    expect(settingsChanges(before, { sources: [{ id: 'y' }, { n: 1, id: 'x' }], a: 1 })).toEqual(
      [],
    );
  });

  it('takes a list as a whole where a name occurs twice', () => {
    const twice = [{ id: 'x' }, { id: 'x', n: 1 }];
    expect(settingsChanges({ sources: twice }, { sources: [{ id: 'x' }] })).toEqual([
      { path: 'sources', from: '[{"id":"x"},{"id":"x","n":1}]', to: '[{"id":"x"}]' },
    ]);
  });
});
