import { isDigestKey } from '../../../common/sources/long_subtype';
import { findSeries, subtypeKey, withWholeSubtypes } from './subtype_key';

const LONG = 'x'.repeat(20_000);

describe('subtypeKey', () => {
  it('is the subtype itself where that is no longer than an address can hold', () => {
    for (const subtype of ['', '5', '["a","b"]', 'y'.repeat(800)]) {
      expect(subtypeKey(subtype)).toBe(subtype);
    }
  });

  it('ends with a digest if it is longer, and differs if the subtypes differ', () => {
    const key = subtypeKey(LONG);
    expect(key).toMatch(/^x{60}… sha256:[0-9a-f]{64}$/);
    expect(isDigestKey(key)).toBe(true);
    expect(subtypeKey(`${LONG}y`)).not.toBe(key);
    expect(subtypeKey(`a${'😀'.repeat(10_000)}`)).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });

  it('cannot be taken by a log that writes the key of another series', () => {
    expect(subtypeKey(subtypeKey(LONG))).not.toBe(subtypeKey(LONG));
  });
});

describe('findSeries', () => {
  const series = [
    { source: 'a', subtype: LONG },
    { source: 'a', subtype: subtypeKey(LONG) },
    { source: 'b', subtype: 'y'.repeat(900) },
  ];

  it('finds by the key first, else by the whole subtype', () => {
    expect(findSeries(series, 'a', subtypeKey(LONG))).toBe(series[0]);
    expect(findSeries(series, 'b', 'y'.repeat(900))).toBe(series[2]);
    expect(findSeries(series, 'b', subtypeKey(LONG))).toBeUndefined();
  });
});

describe('withWholeSubtypes', () => {
  it('puts the subtype in place of its key, for one source', () => {
    const series = [
      { source: 'a', subtype: subtypeKey(LONG), omit_days: ['2026-11-20'] },
      { source: 'b', subtype: subtypeKey(LONG) },
      { source: 'a', subtype: '5' },
    ];
    const whole = withWholeSubtypes({ series }, 'a', ['5', LONG]).series;
    expect(whole.map(({ subtype }) => subtype)).toEqual([LONG, subtypeKey(LONG), '5']);
    expect(whole[0]?.omit_days).toEqual(['2026-11-20']);
  });
});
