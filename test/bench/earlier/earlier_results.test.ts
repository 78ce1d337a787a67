import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { SeriesCase } from '../../../common/waveform/hours/series_case';
import { assessSeries } from '../../../common/waveform/assess_series';
import { detectCase } from '../../../common/waveform/detect_case';
import { settingsSchema } from '../../../common/settings/settings';
import { differences } from './differences';
import { RECORDED, resultOf, type Method } from './recorded_results';

type Recorded = { readonly case: SeriesCase } & Readonly<Record<Method, unknown>>;

const recorded = gunzipSync(readFileSync(RECORDED))
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);
const present = { name: 'present', detectCase, assessSeries, settings: settingsSchema.parse({}) };

describe('what an earlier build made of 63 series-days', () => {
  it('holds days that were not assessed, usual days and findings', () => {
    const all = JSON.stringify(recorded.map(({ calibrated }) => calibrated));
    const told = [...all.matchAll(/"(?:state|verdict)":"([a-z_]+)"/g)].map(([, word]) => word);
    const words = ['usual', 'unusual', 'not_judged', 'more', 'silent', 'moved'];
    expect(new Set(told)).toEqual(new Set([...words, 'new', 'less']));
  });

  it.each(['calibrated', 'talk'] as const)('is what the %s method makes of them now', (method) => {
    const different = recorded.flatMap((line, at) =>
      // A result was stored as JSON: NaN and undefined are not kept by it.
      differences(
        line[method],
        JSON.parse(JSON.stringify(resultOf(present, method, line.case))),
        `case ${at}`,
      ),
    );
    expect(different).toEqual([]);
  });
});
