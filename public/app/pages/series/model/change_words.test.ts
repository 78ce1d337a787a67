import { changeWords } from './change_words';
import type { SeriesView } from './series_view';

const view = (parts: Partial<SeriesView>): SeriesView => ({
  state: 'usual',
  reason: null,
  total: 9,
  usual: null,
  usualTotal: null,
  inner: null,
  outer: null,
  areBandsOfModel: true,
  top: 5,
  surprise: 1.9,
  byHour: null,
  difference: null,
  basis: '4 Fridays',
  basisDays: [],
  finding: null,
  ...parts,
});

const more = view({
  finding: {
    verdict: 'more',
    flagged: [],
    runs: [],
    shift: null,
    rank: null,
    sentence: '',
    ticket: '',
  },
});

describe('what leaving days out has changed', () => {
  it('is described by verdict, surprise and days', () => {
    expect(changeWords(more, { ...more, surprise: 1.4, basis: '3 Fridays' })).toBe(
      'was More 1.9, now More 1.4 (3 Fridays)',
    );
    expect(changeWords(more, view({ surprise: 0.6, basis: '1 Friday' }))).toBe(
      'was More 1.9, now as usual 0.6 (1 Friday)',
    );
  });

  it('names both kinds of days where others take the place', () => {
    expect(changeWords(more, { ...more, basis: '20 working days' })).toBe(
      'was More 1.9, now More 1.9 (compared with 20 working days, before with 4 Fridays)',
    );
  });

  it('says why there is no verdict any more', () => {
    const reason = 'Not assessed: only 2 training days.';
    const few = view({ reason, surprise: null, basis: '2 days: not assessed' });
    expect(changeWords(more, few)).toContain('now Not assessed: only 2 training days (');
  });
});
