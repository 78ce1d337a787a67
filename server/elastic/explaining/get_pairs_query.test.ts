import { presetSources } from '../../../common/sources';
import { commonIndices, getPairsQuery, pairCountsIn } from './get_pairs_query';

const [a, b] = presetSources;
if (a === undefined || b === undefined) throw new Error('there are no presets');
const range = { from: 0, to: 3_600_000 };
const pair = {
  a: { source: a, subtype: '5' },
  b: { source: b, subtype: 'x' },
  today: [range],
  usual: [range],
  is_each_counted: false,
};
const fields = new Map<string, string>();

describe('counting pairs', () => {
  it('asks only indices of both', () => {
    const groups = [
      { names: ['l-1', 'l-2'], fields },
      { names: ['o-1'], fields },
    ];
    expect(commonIndices(groups, [{ names: ['l-2', 'x'], fields }])).toEqual([
      { names: ['l-2'], a: fields, b: fields },
    ]);
    expect(commonIndices(groups, [{ names: ['x'], fields }])).toEqual([]);
  });

  it('names the indices of a pair where more are searched', () => {
    const placed = [{ pair, common: [{ names: ['l-2'], a: fields, b: fields }] }];
    expect(JSON.stringify(getPairsQuery(placed, 2))).toContain('{"_index":["l-2"]}');
    expect(JSON.stringify(getPairsQuery(placed, 1))).not.toContain('_index');
  });

  it('adds up what groups of indices hold, each pair for itself', () => {
    const common = [1, 2].map(() => ({ names: ['l'], a: fields, b: fields }));
    const buckets = Object.fromEntries(
      ['0_0_today', '0_1_today', '0_0_usual', '1_0_today'].map((name, place) => [
        name,
        { doc_count: place + 1 },
      ]),
    );
    const two = [
      { pair, common },
      { pair, common },
    ];
    expect(pairCountsIn({ pairs: { buckets } }, two)).toEqual([
      { today: 3, usual: 3, usual_a: 0, usual_b: 0 },
      { today: 4, usual: 0, usual_a: 0, usual_b: 0 },
    ]);
  });
});
