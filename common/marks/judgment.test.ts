import fc from 'fast-check';
import { judgmentOf } from '../../test/fixtures/judgments';
import {
  decisiveParts,
  defaultUntil,
  isAboutDay,
  type Judgment,
  judgmentsFor,
  judgmentsInForce,
  latestJudgments,
} from './judgment';

const idsOf = (judgments: readonly Judgment[]): string[] => judgments.map(({ id }) => id);

describe('judgments', () => {
  it('hold until a later one of the same series and day', () => {
    const first = judgmentOf({ id: 'a' });
    const second = judgmentOf({ id: 'b', judgment: 'incident', at: '2015-04-02T06:00:01.000Z' });
    const other = judgmentOf({ id: 'c', subtype: '6' });
    expect(idsOf(judgmentsInForce([second, first, other]))).toEqual(['b', 'c']);
  });

  it('no longer apply once they are taken back, and both marks are kept', () => {
    const first = judgmentOf({ id: 'a' });
    const back = judgmentOf({ id: 'b', judgment: 'none', at: '2015-04-03T06:00:00.000Z' });
    expect(judgmentsInForce([first, back])).toEqual([]);
    expect(idsOf(latestJudgments([first, back]))).toEqual(['b']);
  });

  it('of two people at one instant are decided alike by everybody', () => {
    const both = [judgmentOf({ id: 'a' }), judgmentOf({ id: 'b', judgment: 'incident' })];
    expect(idsOf(judgmentsInForce(both))).toEqual(['b']);
    expect(idsOf(judgmentsInForce([...both].reverse()))).toEqual(['b']);
  });

  it('do not depend on the order in which they are read', () => {
    const marks = fc.array(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        subtype: fc.constantFrom('5', '6', null),
        day: fc.constantFrom('2015-04-01', '2015-04-02'),
        judgment: fc.constantFrom('expected', 'incident', 'none'),
        at: fc.constantFrom('2015-04-02T06:00:00.000Z', '2015-04-02T07:00:00.000Z'),
      }),
    );
    fc.assert(
      fc.property(marks, (parts) => {
        const all = parts.map((part, place) => judgmentOf({ ...part, id: `${part.id}${place}` }));
        expect(judgmentsInForce([...all].reverse())).toEqual(judgmentsInForce(all));
      }),
    );
  });

  it('are on one day, on a weekday, or on every day', () => {
    const on = (day: string, repeats: Judgment['repeats']): boolean =>
      isAboutDay(judgmentOf({ repeats }), day);
    expect([on('2015-04-01', 'once'), on('2015-04-08', 'once')]).toEqual([true, false]);
    expect([on('2015-03-25', 'weekday'), on('2015-04-09', 'weekday')]).toEqual([true, false]);
    expect(on('2015-04-09', 'daily')).toBe(true);
  });

  it('decide a day that they are about, or that learns from it, until their end', () => {
    const deciding = (day: string, parts: Partial<Judgment>): boolean =>
      judgmentsFor([judgmentOf(parts)], day, 31).length === 1;
    expect(deciding('2015-04-01', {})).toBe(true);
    expect(deciding('2015-05-02', {})).toBe(true);
    expect(deciding('2015-05-03', {})).toBe(false);
    expect(deciding('2015-03-31', {})).toBe(false);
    expect(deciding('2015-07-01', { repeats: 'weekday' })).toBe(true);
    expect(deciding('2015-07-02', { repeats: 'weekday' })).toBe(false);
    expect(deciding('2015-04-10', { judgment: 'incident' })).toBe(true);
  });

  it('end after 92 days unless another end is given', () => {
    expect(defaultUntil('2015-04-01')).toBe('2015-07-02');
  });

  it('do the same, no matter who wrote them', () => {
    const one = decisiveParts([judgmentOf({ author: 'ana', reason: 'backup' })]);
    expect(decisiveParts([judgmentOf({ id: 'x', author: 'bo', reason: null })])).toEqual(one);
  });
});
