import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { SeriesCase } from '../../../common/waveform/hours/series_case';
import { assessSeries } from '../../../common/waveform/assess_series';
import { detectCase } from '../../../common/waveform/detect_case';
import { settingsSchema } from '../../../common/settings/settings';
import { differences } from './differences';
import {
  DIGESTS,
  digestOf,
  generatedCases,
  SHARED_CASES,
  sharedCases,
  type Digest,
} from './recorded_digests';

const recorded = JSON.parse(gunzipSync(readFileSync(DIGESTS)).toString('utf8')) as {
  readonly generated: readonly Digest[];
  readonly shared: readonly Digest[];
};
const present = { name: 'present', detectCase, assessSeries, settings: settingsSchema.parse({}) };

function changed(digests: readonly Digest[], cases: readonly SeriesCase[]): string[] {
  return cases.flatMap((seriesCase, at) =>
    differences(digests[at], digestOf(present, seriesCase), `case ${at}`),
  );
}

const title =
  SHARED_CASES === undefined
    ? 'is left out for the labeled cases: they are not beside the project'
    : 'is, to a billionth, what it makes of the labeled cases beside the project';

describe('what an earlier build made of many series-days', () => {
  it('is, to a billionth, what this build makes of 300 cases of the generator', () => {
    const cases = generatedCases();
    expect(recorded.generated).toHaveLength(cases.length);
    expect(changed(recorded.generated, cases)).toEqual([]);
  });

  (SHARED_CASES === undefined ? it.skip : it)(title, async () => {
    const cases = await sharedCases(SHARED_CASES ?? '');
    expect(recorded.shared).toHaveLength(cases.length);
    expect(changed(recorded.shared, cases)).toEqual([]);
  });
});
