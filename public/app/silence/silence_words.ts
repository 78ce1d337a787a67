import type { ApiSilence } from '../../../common/api';
import { lengthWords, silenceBegan } from '../../../common/silence';
import { MS_PER_HOUR } from '../../../common/time';
import { translate } from '../../i18n';
import { countWords, endWords, hourWords, momentWords } from '../words';

type Stream = Pick<ApiSilence, 'source' | 'host' | 'subtype' | 'series_name'>;

/** The name of a row: what it is about, and how many sources stopped with it. */
export function rowWords({ below, ...stream }: ApiSilence): string {
  const isSource = stream.host === null && stream.subtype === null;
  const more = below.filter(({ host, subtype }) => host === null && subtype === null).length;
  if (!isSource || more === 0) return streamWords(stream);
  return translate('logwave.silence.together', {
    defaultMessage: '{source} and {more, plural, one {# more source} other {# more sources}}',
    values: { source: stream.source, more },
  });
}

/** The host, the series in words, or the source. */
export function streamWords({ series_name: name }: Stream): string {
  return name;
}

/** What kind of stream it is, and of which source. */
export function sourceWords({ source, host, subtype }: Stream): string {
  if (host !== null) {
    return translate('logwave.silence.hostOf', {
      defaultMessage: 'host, {source}',
      values: { source },
    });
  }
  return subtype === null
    ? translate('logwave.silence.whole', { defaultMessage: 'the whole source' })
    : translate('logwave.silence.seriesOf', {
        defaultMessage: 'series, {source}',
        values: { source },
      });
}

/** "3 hosts, 4 series", "1 source": what is silent for the same cause. */
export function belowWords(below: readonly Stream[]): string {
  const hosts = below.filter(({ host }) => host !== null).length;
  const series = below.filter(({ subtype }) => subtype !== null).length;
  const sources = below.length - hosts - series;
  return [
    sources > 0 &&
      translate('logwave.silence.sources', {
        defaultMessage: '{count, plural, one {# source} other {# sources}}',
        values: { count: sources },
      }),
    hosts > 0 &&
      translate('logwave.silence.hosts', {
        defaultMessage: '{count, plural, one {# host} other {# hosts}}',
        values: { count: hosts },
      }),
    series > 0 &&
      translate('logwave.silence.series', {
        defaultMessage: '{count, plural, one {# series} other {# series}}',
        values: { count: series },
      }),
  ]
    .filter((words) => words !== false)
    .join(', ');
}

/** When its last event was; an hour if only the hour is known. */
export function lastSeenWords(
  { last_seen: at, is_to_the_minute: isExact }: Pick<ApiSilence, 'last_seen' | 'is_to_the_minute'>,
  zone: string,
): string {
  return isExact ? momentWords(at, zone) : hourWords(at, zone);
}

/** How long it is silent, or was. @param at ISO 8601 */
export function silentFor(row: ApiSilence, at: string) {
  const hours = (Date.parse(row.recovered_at ?? at) - silenceBegan(row)) / MS_PER_HOUR;
  return lengthWords(Math.max(0, hours));
}

/** Details of how long: the number of mornings, or since when it sends events again. */
export function factWords(row: ApiSilence, zone: string): string {
  switch (row.state) {
    case 'late':
      return translate('logwave.silence.late', { defaultMessage: 'late, not silent yet' });
    case 'recovered':
      return translate('logwave.silence.recovered', {
        defaultMessage: 'from {from} to {to}; logs again',
        values: {
          from: momentWords(new Date(silenceBegan(row)).toISOString(), zone),
          to: momentWords(row.recovered_at ?? row.last_seen, zone),
        },
      });
    case 'muted':
      return row.muted_until === null
        ? translate('logwave.silence.muted', { defaultMessage: 'muted' })
        : translate('logwave.silence.mutedUntil', {
            defaultMessage: 'muted until {moment}',
            values: { moment: momentWords(row.muted_until, zone) },
          });
    case 'gone':
      return translate('logwave.silence.gone', { defaultMessage: 'gone' });
    case 'silent':
      return row.mornings === 0
        ? translate('logwave.silence.today', { defaultMessage: 'new today' })
        : translate('logwave.silence.morning', {
            defaultMessage: 'listed for {count, plural, one {# morning} other {# mornings}}',
            values: { count: row.mornings },
          });
  }
}

/** The usual length of its gaps. */
export function gapWords({ longest_gap: gap }: ApiSilence): string {
  return gap === ''
    ? ''
    : translate('logwave.silence.gap', {
        defaultMessage: 'longest gap {gap}',
        values: { gap },
      });
}

/**
 * How many events are missing, compared with its usual week, and until when they are counted if the
 * silence lasts longer than that.
 */
export function missingWords(row: ApiSilence, zone: string): string {
  const { missing, missing_until: until } = row;
  if (missing === 0) return '';
  const count = countWords(missing);
  if (until === null || until === undefined) {
    return translate('logwave.silence.missing', {
      defaultMessage: '{count} missing',
      values: { count },
    });
  }
  return translate('logwave.silence.missingUntil', {
    defaultMessage: '{count} missing until {moment}',
    values: { count, moment: endWords(until, zone) },
  });
}

/**
 * "2 silent, 1 late", or that nothing is.
 *
 * @param notKnown of what nothing is known; null if everything is
 */
export function summaryWords(rows: readonly ApiSilence[], notKnown: string | null): string {
  const words = foundWords(rows, notKnown === null);
  if (notKnown === null) return words;
  const unknown = translate('logwave.silence.notKnown', {
    defaultMessage: 'Not known: {streams}.',
    values: { streams: notKnown },
  });
  return `${words} ${unknown}`;
}

function foundWords(rows: readonly ApiSilence[], isAllKnown: boolean): string {
  const count = (state: ApiSilence['state']): number =>
    rows.filter((row) => row.state === state).length;
  const [silent, late] = [count('silent'), count('late')];
  if (silent + late === 0) {
    return isAllKnown
      ? translate('logwave.silence.none', { defaultMessage: 'Nothing is silent.' })
      : translate('logwave.silence.noneKnown', {
          defaultMessage: 'Nothing is known to be silent.',
        });
  }
  return translate('logwave.silence.summary', {
    defaultMessage: '{late, plural, =0 {{silent} silent.} other {{silent} silent, # late.}}',
    values: { silent, late },
  });
}
