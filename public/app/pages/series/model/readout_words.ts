import { clockWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import { testWords, type TestKind } from '../../../../../common/charts';
import { flaggedHours, type Hours, type SeriesView } from './series_view';
import { countWords, rangeWords } from '../../../words';

/** The words for an hour. */
export interface ReadoutFacts {
  readonly today: Hours;
  readonly view: SeriesView;
  readonly kind: TestKind;
  readonly limit: number;
  /** What the test saw in each hour; undefined if that is not shown. */
  readonly values: Hours | undefined;
}

function rangePart(
  band: SeriesView['inner'],
  hour: number,
  words: (range: string) => string,
): string[] {
  const [low, high] = [band?.low[hour] ?? null, band?.high[hour] ?? null];
  return low === null || high === null ? [] : [words(rangeWords([low, high]))];
}

function testPart(value: number | null, { kind, limit }: ReadoutFacts): string[] {
  if (value === null) return [];
  const values = { value: testWords(kind, value, limit) };
  return [
    kind === 'share'
      ? translate('logwave.readout.share', { defaultMessage: 'share {value}', values })
      : translate('logwave.readout.surprise', { defaultMessage: 'surprise {value}', values }),
  ];
}

/** "15:00: 48, usually 9–14, 19 in 20 within 5–27, surprise 1.8, flagged". */
export function readoutWords(hour: number, facts: ReadoutFacts): string {
  const { today, view } = facts;
  const count = today[hour] ?? null;
  const unknown = translate('logwave.hour.unknown', { defaultMessage: 'unknown' });
  const parts = [
    `${clockWords(hour)}: ${count === null ? unknown : countWords(count)}`,
    ...rangePart(view.inner, hour, (range) =>
      translate('logwave.readout.usually', {
        defaultMessage: 'usually {range}',
        values: { range },
      }),
    ),
    ...rangePart(view.outer, hour, (range) =>
      view.areBandsOfModel
        ? translate('logwave.readout.outerOfModel', {
            defaultMessage: '19 in 20 within {range}',
            values: { range },
          })
        : translate('logwave.readout.outer', {
            defaultMessage: 'lowest to highest {range}',
            values: { range },
          }),
    ),
    ...testPart(facts.values?.[hour] ?? null, facts),
  ];
  if (flaggedHours(view).includes(hour)) {
    parts.push(translate('logwave.hour.flagged', { defaultMessage: 'flagged' }));
  }
  return parts.join(', ');
}
