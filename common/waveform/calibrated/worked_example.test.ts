import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSettings } from '../../settings/parse_settings';
import { localDay } from '../../time/local_day';
import { assessSeries } from '../assess_series';
import { detectCase, detectCaseSchema, seriesCaseOf } from '../detect_case';
import { countTail } from './tails/count_tail';
import { learnSeries } from './learn_series';
import { varianceOf } from './noise';
import { trainingTable } from './training_table';

const FILE = join(__dirname, '../../../docs/method_example/calibrated_case.ndjson');
const given = detectCaseSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
const seriesCase = seriesCaseOf(given);
const parsed = parseSettings({ zone: 'UTC' });
if ('errors' in parsed) throw new Error(parsed.errors.join());
const { settings } = parsed;

describe('the worked example of docs/calibrated.md', () => {
  it('learns what is written there', () => {
    const { noise, expected } = learnSeries(trainingTable(seriesCase, 31));
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
      sentence: '20 at 15:00, usually 9.',
      surprise: 2.91434295,
    });
  });
});
