import { settingsSchema } from '../../common/settings/settings';
import { addDays } from '../../common/time/day';
import { localDay } from '../../common/time/local_day';
import { assessSeries } from '../../common/waveform/assess_series';
import type { Verdict } from '../../common/waveform/hours/finding';
import { plantedIncidents, type PlantedSeries } from '../../standalone/sample/incidents';
import { sampleCases } from '../fixtures/sample_series';

type Print = (line: string) => void;

const ZONE = 'Europe/Vienna';
/** Each weekday is the last day of a sample once, and each sample has a seed of its own. */
const FIRST_LAST_DAY = '2026-11-16';
const SAMPLES = 7;

const keyOf = ({ source, subtype }: PlantedSeries): string => `${source} ${subtype}`;

/** The verdict of each series of the last day of a sample; undefined if it is as usual. */
function verdictsOf(sample: number): Map<string, Verdict | undefined> {
  const settings = settingsSchema.parse({ zone: ZONE });
  const lastDay = addDays(FIRST_LAST_DAY, sample);
  const { columns } = localDay(lastDay, ZONE);
  const cases = sampleCases({ lastDay, zone: ZONE, seed: sample + 1 }, settings.training.days);
  return new Map(
    [...cases].map(([series, seriesCase]) => {
      const assessment = assessSeries(seriesCase, columns, settings);
      return [series, assessment.state === 'unusual' ? assessment.verdict : undefined];
    }),
  );
}

/**
 * Counts how many of the incidents that are planted in the sample logs are found with their verdict, and
 * how many other series-days are findings.
 *
 * @param print takes one line at a time
 */
export function benchSampleDays(print: Print): void {
  const days = Array.from({ length: SAMPLES }, (_, sample) => verdictsOf(sample));
  const planted = new Set(plantedIncidents.flatMap(({ series }) => series.map(keyOf)));
  print('| incident | verdict | days on which it is found so |');
  print('|---|---|---|');
  for (const { title, verdict, series } of plantedIncidents) {
    const found = days.filter((day) => day.get(keyOf(series[0])) === verdict);
    print(`| ${title} | ${verdict} | ${found.length} of ${days.length} |`);
  }
  const others = days.flatMap((day) =>
    [...day].flatMap(([series, verdict]) => (planted.has(series) ? [] : [verdict])),
  );
  const flagged = others.filter((verdict) => verdict !== undefined).length;
  const share = ((100 * flagged) / others.length).toFixed(1);
  print('');
  print(
    `${planted.size} series have incidents. Of ${others.length} series-days of others, ${flagged} are findings: ${share} in 100.`,
  );
  print('');
}
