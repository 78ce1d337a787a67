import { toSeriesRow } from '../../server/answers/assemble_rows';
import { settingsSchema, type Settings } from '../../common/settings/settings';
import { daysBefore } from '../../common/time/day';
import { localDay } from '../../common/time/local_day';
import type { SourceDay } from '../../common/waveform/hours/source_day';
import { assessmentSchema } from '../../common/api/day/get_one_series';
import { sourceSchema } from '../../common/sources/source';
import { viewOfRow, type SeriesAnswer } from '../../public/app/pages/series/model/series_view';
import { workOutAgain } from '../../public/app/pages/series/model/work_out_again';
import { prepareSource } from '../../server/app/assessing/assess_source';
import { EXPECTED, roundTo } from '../../common/waveform/hours/usual_total';
import { SCORE, toSeriesRecord } from '../../server/app/assessing/series_record';
import { NOTHING_DECIDED } from '../../server/app/deciding/decisions';
import { toApiJudgment } from '../../server/answers/to_api_judgment';
import type { Judgment } from '../../common/marks/judgment';
import { judgmentOf } from '../fixtures/judgments';
import { ordinaryDay } from '../fixtures/page_day';
import { countAround, randomOf } from '../fixtures/page_random';

const DAY = '2015-04-01';
const ZONE = 'America/Toronto';
const SUBTYPE = '5';
const SHAPE = [9, 9, 9, 9, 9, 9, 9, 9, 20, 30, 40, 38, 30, 36, 40, 38, 30, 20, 12, 9, 9, 9, 9, 9];

const SOURCE = sourceSchema.parse({
  id: 'syslog',
  name: 'Syslog',
  index: 'logstash-*',
  filter: [],
  time_field: '@timestamp',
  subtype_fields: ['severity'],
  tag: 'syslog_outlier',
  wording: { code: 'syslog severity {subtype}', names: [] },
  enabled: true,
});

function countsOn(day: string, events: readonly number[]): SourceDay {
  const documents = events.reduce((sum, count) => sum + count, 0);
  const series = new Map([[SUBTYPE, events]]);
  return { source: SOURCE.id, day, zone: ZONE, series, documents, without_subtype: 0 };
}

function trainingDays(): SourceDay[] {
  return daysBefore(DAY, 31)
    .reverse()
    .map((day, seed) => {
      const random = randomOf(seed + 1);
      return countsOn(
        day,
        SHAPE.map((count) => countAround(count, random)),
      );
    });
}

/** What the host answers for the series, made of its own parts. */
function answerOf(settings: Settings, judgments: readonly Judgment[] = []): SeriesAnswer {
  const tested = countsOn(
    DAY,
    SHAPE.map((count, hour) => (hour === 15 ? 150 : count)),
  );
  const training = trainingDays();
  const toAssess = {
    source: SOURCE,
    day: localDay(DAY, ZONE),
    tested,
    open_hours: new Set<number>(),
    training,
    decided: { ...NOTHING_DECIDED, judgments },
  };
  const identity = { scope: 'default', run_id: 'r', settings_hash: '', seen_by: null };
  const prepared = prepareSource(toAssess, settings, identity);
  // The host sends training days as they were counted.
  const raw = prepareSource({ ...toAssess, decided: NOTHING_DECIDED }, settings, identity);
  const record = toSeriesRecord(SOURCE, prepared.assess(SUBTYPE), settings.talk.depth);
  const { head } = ordinaryDay();
  const decisive = Object.entries(settings).filter(([key]) => key in assessmentSchema.shape);
  return {
    head,
    row: toSeriesRow(record, undefined, [], {}, toAssess.day.columns),
    columns: head.columns,
    history: { marks: [], silent: [], days: [] },
    training: raw.caseOf(SUBTYPE).training.map(({ day, counts }) => ({
      day,
      counts: [...counts],
      unknown: null,
    })),
    source_days: training.length,
    closed_days: 0,
    calendar: [],
    judgments: judgments.map(toApiJudgment),
    assessing: assessmentSchema.parse(Object.fromEntries(decisive)),
    changed_source: null,
  };
}

function settingsOf(method: Settings['method'], omitted: readonly string[]): Settings {
  const series = [{ source: SOURCE.id, subtype: SUBTYPE, omit_days: [...omitted] }];
  return { ...settingsSchema.parse({}), method, series, zone: ZONE, sources: [SOURCE] };
}

/** What is stored is rounded; the page works with what it has. */
const rounded = (values: readonly (number | null)[] | null, precision: typeof EXPECTED) =>
  values?.map((value) => value && roundTo(precision, value)) ?? null;

describe('the verdict that the page works out', () => {
  it.each([
    ['calibrated', []],
    ['calibrated', ['2015-03-25', '2015-03-30']],
    ['talk', []],
    ['talk', ['2015-03-25']],
  ] as const)('is that of a run with the same days left out: %s, %j', (method, omitted) => {
    const answer = answerOf(settingsOf(method, omitted));
    const ofRun = viewOfRow(answer);
    const ofPage = workOutAgain(answer, omitted);
    expect(ofPage.state).toBe('unusual');
    expect([ofPage.state, ofPage.basis, ofPage.basisDays]).toEqual([
      ofRun.state,
      ofRun.basis,
      ofRun.basisDays,
    ]);
    expect(rounded(ofPage.usual, EXPECTED)).toEqual(ofRun.usual);
    expect(rounded(ofPage.byHour, SCORE)).toEqual(ofRun.byHour);
    expect(rounded(ofPage.outer?.high ?? null, EXPECTED)).toEqual(ofRun.outer?.high);
  });

  it.each(['calibrated', 'talk'] as const)(
    'goes by what was judged, by the %s method',
    (method) => {
      const answer = answerOf(settingsOf(method, []), [judgmentOf()]);
      const [ofRun, ofPage] = [viewOfRow(answer), workOutAgain(answer, [])];
      expect(ofRun.state).toBe('usual');
      expect(ofPage.state).toBe(ofRun.state);
      expect(rounded(ofPage.usual, EXPECTED)).toEqual(ofRun.usual);
    },
  );
});
