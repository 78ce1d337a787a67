import type { Settings } from '../../../common/settings';
import type { LocalDay } from '../../../common/time';
import {
  type Finding,
  METHOD_VERSION,
  hourStretches,
  type HourCount,
} from '../../../common/waveform/hours';
import { clockWords, pluralWords, stretchWords } from '../../../common/waveform/words';
import type { RunIdentity, SourceToAssess } from './source_to_assess';

/**
 * When the source was silent: "all day", "since 09:00" or "from 02:00 to 04:00". A day that is not
 * over was silent since 00:00.
 */
function silentWords(
  silent: readonly number[],
  totals: readonly HourCount[],
  { columns }: LocalDay,
  isOver: boolean,
): string {
  const known = totals.flatMap((total, hour) => (total === null ? [] : [hour]));
  if (silent.length === known.length) {
    return isOver ? 'all day' : `since ${clockWords(silent[0] ?? 0)}`;
  }
  const stretches = hourStretches(silent, columns);
  const [first] = stretches;
  const isToTheEnd = silent[silent.length - 1] === known[known.length - 1];
  if (stretches.length === 1 && first !== undefined && isToTheEnd)
    return `since ${clockWords(first.from)}`;
  return stretches.map(stretchWords).join(' and ');
}

/**
 * One finding for a source that is silent as a whole at hours where events are certain. Most likely
 * nothing is wrong with its series, but the shipper or the index is missing.
 */
export function silentSourceFinding(
  { source, day, tested, open_hours: openHours }: SourceToAssess,
  silent: readonly number[],
  totals: readonly HourCount[],
  method: Settings['method'],
  identity: RunIdentity,
): Finding {
  const when = silentWords(silent, totals, day, openHours.size === 0);
  const lacking = tested?.without_subtype ?? 0;
  const reason =
    lacking === 0
      ? 'shipper or index missing'
      : `${pluralWords(lacking, 'document')} without ${source.subtype_fields.join(' or ')}`;
  const first = day.columns[silent[0] ?? 0]?.ranges[0]?.from ?? day.from;
  return {
    '@timestamp': new Date(first).toISOString(),
    ...identity,
    day: day.day,
    zone: day.zone,
    source: source.id,
    subtype: null,
    series_name: source.name,
    series_code: source.id,
    tag: source.tag,
    method,
    method_version: METHOD_VERSION,
    verdict: 'silent',
    hours: silent,
    flagged: silent.map((hour) => ({
      hour,
      count: 0,
      events: 0,
      expected: null,
      usual: null,
      score: 1,
      surprise: 1,
    })),
    runs: hourStretches(silent, day.columns).map((stretch) => ({
      ...stretch,
      count: 0,
      expected: null,
      usual: null,
      surprise: 1,
    })),
    surprise: null,
    rank: null,
    shift: null,
    basis: `${source.id} as a whole`,
    basis_days: [],
    count: 0,
    expected: null,
    ratio: 0,
    difference: null,
    sentence: `${source.id}: nothing from any series ${when}; ${reason}.`,
    today: totals,
    usual_day: null,
    contribution: null,
    surprise_by_hour: null,
  };
}
