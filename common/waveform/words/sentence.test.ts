import type { Shift } from '../hours/finding';
import {
  andLikeOtherDay,
  andMovedDay,
  andOther,
  comparedSentence,
  exceptWords,
  likeOtherDaySentence,
  movedDaySentence,
  movedSentence,
  newSentence,
  silentSentence,
  verdictWords,
} from './sentence';

describe('comparedSentence', () => {
  it('shows count, hour and usual range of each stretch', () => {
    expect(
      comparedSentence([
        { from: 15, to: 16, count: 48, usual: [9.2, 13.6] },
        { from: 10, to: 11, count: 20, usual: [11, 14] },
      ]),
    ).toBe('48 at 15:00, usually 9–14; 20 at 10:00, usually 11–14.');
  });

  it('shows adjacent hours as one stretch, large counts with separators', () => {
    expect(comparedSentence([{ from: 13, to: 15, count: 411, usual: [1734, 1753] }])).toBe(
      '411 from 13:00 to 15:00, usually 1,734–1,753.',
    );
  });

  it('stops after two stretches and says how many hours more', () => {
    const stretch = (from: number, to: number) => ({ from, to, count: 5, usual: [1, 1] as const });
    expect(comparedSentence([stretch(1, 2), stretch(4, 5), stretch(8, 9)])).toBe(
      '5 at 01:00, usually 1; 5 at 04:00, usually 1; and 1 more hour.',
    );
    expect(
      comparedSentence([stretch(1, 2), stretch(4, 5), stretch(8, 10), stretch(12, 13)]),
    ).toContain('; and 3 more hours.');
  });

  it('counts no hour that the clock skips', () => {
    const columns = Array.from({ length: 24 }, (_, hour) => ({ length: hour === 2 ? 0 : 1 }));
    const stretches = [20, 16, 1].map((from) => ({
      from,
      to: from === 1 ? 4 : from + 1,
      count: 5,
      usual: [1, 1] as const,
    }));
    const words = [
      comparedSentence(stretches, 'more', columns),
      silentSentence(stretches, columns),
      newSentence(stretches, { days: 31 }, columns),
      andOther('Moved.', stretches, columns),
    ];
    for (const sentence of words) expect(sentence).toContain('; and 2 more hours');
  });
});

describe('newSentence', () => {
  it('says “event” once, and when there was none', () => {
    const stretches = [6, 21].map((from) => ({ from, to: from + 1, count: 1, usual: null }));
    expect(newSentence(stretches, { days: 31 })).toBe(
      '1 event at 06:00, 1 at 21:00; none in 31 earlier days.',
    );
  });

  it('knows several', () => {
    const stretches = [{ from: 22, to: 24, count: 1200, usual: null }];
    expect(newSentence(stretches, { days: 30, weekday: 'Wednesday' })).toBe(
      '1,200 events from 22:00 to 24:00; none on a Wednesday in 30 earlier days.',
    );
  });

  it.each([
    [1, 'none in 1 earlier day.'],
    [0, 'no earlier day is known.'],
  ])('says how much is known, where that is %d days', (days, words) => {
    const stretches = [{ from: 22, to: 24, count: 1200, usual: null }];
    expect(newSentence(stretches, { days })).toContain(words);
  });
});

describe('silentSentence', () => {
  const silent = (from: number, to: number, usual: readonly [number, number] | null) => ({
    from,
    to,
    count: 0,
    usual,
  });

  it('shows what is usual in an hour, whatever the length of the stretch', () => {
    expect(silentSentence([silent(2, 5, [120, 150])])).toBe(
      '0 from 02:00 to 05:00, usually 40–50 an hour.',
    );
    expect(silentSentence([silent(2, 3, [40, 50])])).toBe('0 at 02:00, usually 40–50.');
    expect(silentSentence([silent(2, 3, null)])).toBe('0 at 02:00.');
  });

  it('shows two stretches, and a stretch that is not silent by its count', () => {
    const more = { from: 20, to: 21, count: 400, usual: [40, 50] as const };
    expect(silentSentence([silent(2, 5, [120, 150]), more, silent(7, 8, [1, 1])])).toBe(
      '0 from 02:00 to 05:00, usually 40–50 an hour; 400 at 20:00, usually 40–50; and 1 more hour.',
    );
  });
});

describe('sentences on what moved', () => {
  const shift = (hours: number, parts: Partial<Shift> = {}): Shift => ({
    hours,
    is_whole_day: false,
    is_clock_change: false,
    due: [2],
    ...parts,
  });

  it('says where it came, by how much, and where it was due', () => {
    const came = { from: 5, to: 6, count: 1400, usual: [1380, 1410] as const };
    expect(movedSentence(shift(3), came, { from: 2, to: 3 })).toBe(
      'Same shape, 3 h later: 1,400 at 05:00, usually at 02:00.',
    );
    const early = { from: 1, to: 3, count: 20, usual: null };
    expect(movedSentence(shift(-1), early, { from: 2, to: 4 })).toBe(
      'Same shape, 1 h earlier: 20 from 01:00 to 03:00, usually from 02:00 to 04:00.',
    );
  });

  it('names a change of the clock', () => {
    expect(movedDaySentence(shift(1, { is_clock_change: true }))).toBe(
      'Same shape, the whole day 1 h later, with the change of the clock.',
    );
    expect(movedDaySentence(shift(-2))).toBe('Same shape, the whole day 2 h earlier.');
  });

  it('says “about” where the number of hours is not sure', () => {
    const about = shift(7, { is_about: true });
    expect(movedDaySentence(about)).toBe('Same shape, the whole day about 7 h later.');
    expect(andMovedDay('48 at 15:00, usually 9–14.', about)).toBe(
      '48 at 15:00, usually 9–14. The whole day is about 7 h later.',
    );
  });

  it('adds a moved day to other unusual hours', () => {
    expect(andMovedDay('48 at 15:00, usually 9–14.', shift(1))).toBe(
      '48 at 15:00, usually 9–14. The whole day is 1 h later.',
    );
  });
});

describe('andOther', () => {
  const moved = 'Same shape, 3 h later: 400 at 05:00, usually at 02:00.';
  const burst = { from: 3, to: 4, count: 10, usual: [0, 1], direction: 'more' } as const;

  it('names hours that did not move, with their direction', () => {
    expect(andOther(moved, [burst])).toBe(`${moved} More: 10 at 03:00, usually 0–1.`);
  });

  it('adds nothing if all did', () => {
    expect(andOther(moved, [])).toBe(moved);
  });
});

describe('a day like another', () => {
  it('has hours that are not', () => {
    const [one, two] = [
      { from: 11, to: 12 },
      { from: 14, to: 16 },
    ];
    expect(exceptWords('a Sunday', [])).toBe('a Sunday');
    expect(exceptWords('a Sunday', [one])).toBe('a Sunday except at 11:00');
    expect(exceptWords('a Sunday', [one, two])).toBe(
      'a Sunday except at 11:00 and from 14:00 to 16:00',
    );
  });

  it('is named after them', () => {
    expect(andLikeOtherDay('48 at 15:00, usually 9–14.', 'a Sunday')).toBe(
      '48 at 15:00, usually 9–14. The rest of the day is like a Sunday.',
    );
  });
});

describe('likeOtherDaySentence', () => {
  it('says what the day is like, and what such a day usually has', () => {
    expect(likeOtherDaySentence('a Sunday', 120, [900, 1000])).toBe(
      'Like a Sunday: 120 events, usually 900–1,000.',
    );
    expect(likeOtherDaySentence('a working day', 1, null)).toBe('Like a working day: 1 event.');
  });
});

describe('verdictWords', () => {
  it('begins the sentence', () => {
    expect(verdictWords('silent')).toBe('Silent.');
  });
});

describe('two directions', () => {
  const less = { from: 13, to: 15, count: 62, usual: [318, 346], direction: 'less' } as const;
  const more = { from: 9, to: 10, count: 255, usual: [126, 139], direction: 'more' } as const;

  it('are named when they change', () => {
    expect(comparedSentence([less, more])).toBe(
      '62 from 13:00 to 15:00, usually 318–346. More: 255 at 09:00, usually 126–139.',
    );
    expect(comparedSentence([less, { ...less, from: 17, to: 18 }])).not.toContain('Less');
    expect(comparedSentence([more], 'less')).toBe('More: 255 at 09:00, usually 126–139.');
  });

  it('are named after a silence as well', () => {
    expect(silentSentence([{ ...less, count: 0 }, more])).toBe(
      '0 from 13:00 to 15:00, usually 159–173 an hour. More: 255 at 09:00, usually 126–139.',
    );
  });
});
