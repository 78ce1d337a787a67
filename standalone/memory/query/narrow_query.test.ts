import fc from 'fast-check';
import type { Stored } from '../stored';
import type { Json } from '../request';
import { compileQuery } from './compile_query';
import { mayMatch, narrowQuery } from './narrow_query';

const TIME = 'at';
const SPAN = { from: 100, to: 200 };

const moments = fc.integer({ min: 50, max: 250 });
const ranges = fc
  .record(
    { gte: moments, gt: moments, lt: moments, lte: moments, _name: fc.constant('range') },
    { requiredKeys: [] },
  )
  .map((sides): Json => ({ range: { [TIME]: sides } }));
const kinds = fc
  .constantFrom('a', 'b')
  .map((kind): Json => ({ term: { kind: { value: kind, _name: kind } } }));
const { queries } = fc.letrec<{ queries: Json }>((tie) => ({
  queries: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    ranges,
    kinds,
    fc
      .record(
        {
          filter: fc.array(tie('queries'), { maxLength: 3 }),
          must: fc.array(tie('queries'), { maxLength: 2 }),
          should: fc.array(tie('queries'), { maxLength: 3 }),
          must_not: fc.array(tie('queries'), { maxLength: 2 }),
          minimum_should_match: fc.integer({ min: 0, max: 3 }),
        },
        { requiredKeys: [] },
      )
      .map((clauses): Json => ({ bool: clauses })),
  ),
}));

function documentOf(at: number, kind: string): Stored {
  return { index: 'logs', id: '1', source: { at, kind }, seq_no: 0, ordinal: 0 };
}

function answerOf(query: Json, document: Stored): readonly string[] | false {
  const names = new Set<string>();
  return compileQuery(query)(document, names) && [...names].sort();
}

describe('a query, narrowed to a span of time', () => {
  it('matches the same documents of it, by the same names', () => {
    fc.assert(
      fc.property(
        queries,
        fc.integer({ min: SPAN.from, max: SPAN.to - 1 }),
        fc.constantFrom('a', 'b', 'c'),
        (query, at, kind) => {
          const narrowed = narrowQuery(query, TIME, SPAN);
          const document = documentOf(at, kind);
          expect(answerOf(narrowed, document)).toEqual(answerOf(query, document));
          if (!mayMatch(narrowed)) expect(answerOf(query, document)).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('asks only for the one of many ranges that it can meet', () => {
    const range = (gte: number, lt: number): Json => ({ range: { [TIME]: { gte, lt } } });
    const should = [range(0, 50), range(110, 120), range(300, 400)];
    expect(narrowQuery({ bool: { should } }, TIME, SPAN)).toEqual({
      bool: { filter: [], should: [should[1]], must_not: [], minimum_should_match: 1 },
    });
    expect(narrowQuery(range(0, 400), TIME, SPAN)).toEqual({ match_all: {} });
    expect(mayMatch(narrowQuery(range(0, 100), TIME, SPAN))).toBe(false);
  });
});
