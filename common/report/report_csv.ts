import { toCsv } from '../tables';
import type { SeriesRow } from '../api';
import { visible } from './wrap_text';

const COLUMNS = [
  'source',
  'subtype',
  'name',
  'state',
  'verdict',
  'surprise',
  'events',
  'usual',
  'ratio',
  'hours',
  'sentence',
  'incident',
  'values',
] as const;

/** "program=sudo user=root": who or what changed. */
function valuesText(finding: SeriesRow['finding']): string {
  return (finding?.values ?? []).map(({ field, value }) => `${field}=${value}`).join(' ');
}

/**
 * The table of a day as comma-separated values: every series, in the order of the page.
 *
 * @param unnamed sources whose series are not named
 */
export function reportCsv(series: readonly SeriesRow[], unnamed?: ReadonlySet<string>): string {
  const rows = series.map(({ source, subtype, name, state, finding, ...row }) => {
    const isNamed = unnamed?.has(source) !== true;
    const cells = [
      source,
      isNamed ? subtype : '',
      isNamed ? name : '',
      state,
      finding?.verdict ?? '',
      finding?.surprise ?? row.surprise,
      row.total,
      row.usual_total,
      finding?.ratio ?? null,
      finding?.hours.join(' ') ?? '',
      (unnamed === undefined ? finding?.explained : finding?.sentence) ?? row.reason ?? '',
      finding?.incident ?? '',
      unnamed === undefined ? valuesText(finding) : '',
    ];
    return cells.map((cell) => (typeof cell === 'string' ? visible(cell) : cell));
  });
  return toCsv({ caption: '', columns: COLUMNS, rows });
}
