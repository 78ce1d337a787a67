import { settingsSchema, type Settings } from '../../common/settings/settings';
import { addDays } from '../../common/time/day';
import { localDay } from '../../common/time/local_day';
import type { Assessment } from '../../common/waveform/hours/assessment';
import { assessSeries } from '../../common/waveform/assess_series';
import { sampleCases, type SampleAsked } from '../../test/fixtures/sample_series';
import { plantedIncidents, type PlantedIncident } from './incidents';

const zone = 'Europe/Vienna';
const defaults = settingsSchema.parse({});
/** Seven days in a row, so that each weekday is the last one once. */
const samples: SampleAsked[] = [0, 1, 2, 3, 4, 5, 6].map((days) => ({
  lastDay: addDays('2026-11-16', days),
  zone,
  seed: days + 1,
}));

/** What the default method finds unusual, by series. */
function unusualIn(asked: SampleAsked): Map<string, Assessment> {
  const settings: Settings = { ...defaults, zone, sources: [] };
  const { columns } = localDay(asked.lastDay, zone);
  const found = new Map<string, Assessment>();
  for (const [series, seriesCase] of sampleCases(asked, defaults.training.days)) {
    const assessment = assessSeries(seriesCase, columns, settings);
    if (assessment.state === 'unusual') found.set(series, assessment);
  }
  return found;
}

const keysOf = ({ series }: PlantedIncident): string[] =>
  series.map(({ source, subtype }) => `${source} ${subtype}`);

describe('the incidents of the sample', () => {
  const foundIn = new Map<SampleAsked, Map<string, Assessment>>();
  beforeAll(() => samples.forEach((asked) => foundIn.set(asked, unusualIn(asked))));

  it('are found by the default method on any weekday, each with its verdict', () => {
    for (const [asked, found] of foundIn) {
      for (const incident of plantedIncidents) {
        const assessment = found.get(keysOf(incident)[0] ?? '');
        expect([asked.lastDay, incident.title, assessment]).toEqual([
          asked.lastDay,
          incident.title,
          expect.objectContaining({ state: 'unusual', verdict: incident.verdict }),
        ]);
      }
    }
  });

  it('are all that is unusual, but for what chance would flag', () => {
    const planted = new Set(plantedIncidents.flatMap(keysOf));
    const others = [...foundIn.values()].flatMap((found) =>
      [...found.keys()].filter((series) => !planted.has(series)),
    );
    // 7 days of 37 series that are as usual: at 2 false alarms in 100 that would be 5 or 6.
    expect(others.length).toBeLessThanOrEqual(6);
  });

  it('are of each verdict once at least', () => {
    expect(new Set(plantedIncidents.map(({ verdict }) => verdict)).size).toBe(5);
  });
});
