import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSettings } from '../../settings/parse_settings';
import { localDay } from '../../time/local_day';
import { assessSeries } from '../assess_series';
import type { SeriesCase } from '../hours';
import { detectCase, detectCaseSchema, seriesCaseOf } from '../detect_case';
import { countTail } from './tails/count_tail';
import { learnSeries } from './learn_series';
import { varianceOf } from './noise';
import { trainingTable } from './training_table';
import { settingsSchema } from '../../settings';

const TRAINING = settingsSchema.parse({}).training;

const DOCS = join(__dirname, '../../../docs');

function exampleOf(name: string): SeriesCase {
  const text = readFileSync(join(DOCS, 'method_example', name), 'utf8');
  return seriesCaseOf(detectCaseSchema.parse(JSON.parse(text)));
}

const seriesCase = exampleOf('calibrated_case.ndjson');
const parsed = parseSettings({ zone: 'UTC' });
if ('errors' in parsed) throw new Error(parsed.errors.join());
const { settings } = parsed;

describe('the worked example of docs/calibrated.md', () => {
  it('learns what is written there', () => {
    const { noise, expected } = learnSeries(trainingTable(seriesCase, TRAINING));
    expect([noise.unit, noise.spread, expected[15]]).toEqual([0.1, 0.002, 9]);
    expect(varianceOf(noise, 9, 15)).toBeCloseTo(1.872, 12);
  });

  it('scores what is written there', () => {
    expect(countTail(20, 9, 1.872).surprisal).toBeCloseTo(11.6573718, 6);
    expect(10 ** -countTail(20, 9, 1.872).surprisal * 1e12).toBeCloseTo(2.20104, 4);
    const { flags, scores } = detectCase(seriesCase, settings);
    expect(flags).toEqual([{ hour: 15, score: 11.6573718, direction: 'high' }]);
    expect(new Set(scores)).toEqual(new Set([0.301029996, 11.6573718]));
  });

  it('says what is written there', () => {
    const { columns } = localDay(seriesCase.day, 'UTC');
    expect(assessSeries(seriesCase, columns, settings)).toMatchObject({
      sentence: '20 at 15:00, usually 8–10.',
      surprise: 2.91434295,
    });
  });
});

describe('the picture of docs/calibrated.md', () => {
  const picture = readFileSync(join(DOCS, 'images', 'usual.svg'), 'utf8');
  /** Pixels an event, and a surprise of 1; where both axes are 0. */
  const [PER_EVENT, PER_SURPRISE, NO_EVENT, NO_SURPRISE] = [3.8, 24, 234, 386];
  /** The lower and upper ends of the bars of a width, in pixels from the top. */
  const barsOf = (width: number): (readonly [number, number])[] => {
    const bar = new RegExp(`y="([\\d.]+)" width="${width}" height="([\\d.]+)"`, 'g');
    return [...picture.matchAll(bar)].map(([, top, height]) => {
      return [Number(top) + Number(height), Number(top)];
    });
  };
  const example = exampleOf('usual_case.ndjson');
  const assessment = assessSeries(example, localDay(example.day, 'UTC').columns, settings);
  if (assessment.state !== 'unusual') throw new Error(assessment.state);

  it('shows the finding that the text names', () => {
    expect(readFileSync(join(DOCS, 'calibrated.md'), 'utf8')).toContain(assessment.sentence);
    expect(assessment.basis).toBe('20 working days');
  });

  it('has what is usual of each hour in gray, and its surprise below', () => {
    const usual = (assessment.ranges ?? []).map(({ inner }) =>
      inner.map((count) => NO_EVENT - PER_EVENT * count),
    );
    const surprises = (assessment.surprise_by_hour ?? []).map((surprise) => [
      NO_SURPRISE,
      NO_SURPRISE - PER_SURPRISE * (surprise ?? NaN),
    ]);
    expect([usual.length, surprises.length]).toEqual([24, 24]);
    [...barsOf(24), ...barsOf(16)].forEach((ends, at) => {
      const [low = NaN, high = NaN] = [...usual, ...surprises][at] ?? [];
      expect(Math.abs(ends[0] - low)).toBeLessThan(0.11);
      expect(Math.abs(ends[1] - high)).toBeLessThan(0.11);
    });
    expect([barsOf(24).length, barsOf(16).length]).toEqual([24, 24]);
    expect(picture).toContain('21, usually 2–5');
    expect(assessment.sentence).toContain('21 at 03:00, usually 2–5');
  });

  it('shows the surprise of each hour', () => {
    const shown = [3, 9, 14, 15].map((hour) => assessment.surprise_by_hour?.[hour]?.toFixed(1));
    expect(shown).toEqual(['2.4', '0.5', '4.3', '4.3']);
    expect(assessment.flagged.map(({ hour }) => hour)).toEqual([3, 14, 15]);
  });
});
