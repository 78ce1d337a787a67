import { verdictWords, clockWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import type { OverviewRow } from '../../../rows';
import { countWords } from '../../../words';

/** Name and code: the full name of a row. */
export function rowTitle({ name, code }: OverviewRow): string {
  return code === '' ? name : `${name}, ${code}`;
}

function totalWords({ total, usualTotal }: OverviewRow, isQuiet: boolean): string {
  if (!isQuiet || usualTotal === null) {
    return translate('logwave.row.total', {
      defaultMessage: 'Day total {total}.',
      values: { total: countWords(total) },
    });
  }
  return translate('logwave.row.totalUsual', {
    defaultMessage: 'Day total {total}, usually {usual}.',
    values: { total: countWords(total), usual: countWords(usualTotal) },
  });
}

function verdictOf({ finding, reason }: OverviewRow): string {
  if (finding !== null) return `${verdictWords(finding.verdict)} ${finding.explained}`;
  return reason ?? translate('logwave.row.usual', { defaultMessage: 'As usual.' });
}

/** What a sparkline shows, in words: its text for readers who do not see it. */
export function sparklineWords(row: OverviewRow): string {
  return `${rowTitle(row)}: ${verdictOf(row)} ${totalWords(row, row.finding === null)}`;
}

/** The cursor's text for a row: "15:00, 48, usually 9 to 14, flagged". */
export function hourWords(row: OverviewRow, hour: number): string {
  const count = row.today[hour] ?? null;
  const [low, high] = [row.inner?.low[hour] ?? null, row.inner?.high[hour] ?? null];
  const parts = [
    clockWords(hour),
    count === null
      ? translate('logwave.hour.unknown', { defaultMessage: 'unknown' })
      : countWords(count),
  ];
  if (low !== null && high !== null) {
    const values = { low: countWords(low), high: countWords(high) };
    parts.push(
      translate('logwave.hour.usually', { defaultMessage: 'usually {low} to {high}', values }),
    );
  }
  if (row.finding?.hours.includes(hour) === true) {
    parts.push(translate('logwave.hour.flagged', { defaultMessage: 'flagged' }));
  }
  return parts.join(', ');
}
