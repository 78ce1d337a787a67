import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { localDay, type DayColumn } from '../../../common/time/local_day';
import type { SeriesCase } from '../../../common/waveform/hours/series_case';
import { generateCases } from '../../generator/labeled_case';
import { readCases } from '../detection/read_cases';
import type { Build } from './load_build';

/** What an earlier build made of many cases, in a few numbers each: one JSON object, by set. */
export const DIGESTS = resolve(join(__dirname, '../../fixtures/earlier_results/digests.json.gz'));

/** Labeled cases that are kept beside the project, not in it. */
const BESIDE = ['../shared/bench', '../../shared/bench'].map((path) =>
  resolve(__dirname, '../../..', path),
);
export const SHARED_CASES = BESIDE.find((path) => existsSync(join(path, 'cases.ndjson.gz')));

const SEED = 77;
const CASES_PER_FAMILY = 15;
const columns: readonly DayColumn[] = localDay('2026-11-20', 'UTC').columns;

/** The cases of the generator that are compared. */
export function generatedCases(): readonly SeriesCase[] {
  return generateCases(SEED, CASES_PER_FAMILY);
}

/** The cases beside the project. @param folder where they are */
export async function sharedCases(folder: string): Promise<readonly SeriesCase[]> {
  return readCases(['cases.ndjson.gz', 'labels.ndjson.gz'].map((name) => join(folder, name)));
}

/** A result in a few values: what it says, and sums that any change of an hour changes. */
export type Digest = readonly (string | number | null)[];

/** Sum of the values of the 24 hours, each with a weight of its own. */
function weighted(values: readonly (number | null)[] | null): number | null {
  if (values === null) return null;
  return values.reduce<number>((sum, value, hour) => sum + (hour + 1) * (value ?? -1), 0);
}

/** What a build makes of a case by the calibrated method. */
export function digestOf(
  { assessSeries, settings }: Pick<Build, 'assessSeries' | 'settings'>,
  seriesCase: SeriesCase,
): Digest {
  const assessed = assessSeries(seriesCase, columns, { ...settings, method: 'calibrated' });
  const { surprise, surprise_by_hour, usual_day, ranges } = assessed;
  const outer = ranges?.map(({ outer: [low, high] }) => high - low) ?? null;
  return [
    assessed.state,
    assessed.state === 'unusual' ? assessed.verdict : null,
    surprise,
    weighted(surprise_by_hour),
    weighted(usual_day),
    weighted(outer),
  ];
}
