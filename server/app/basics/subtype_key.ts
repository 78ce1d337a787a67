import { createHash } from 'node:crypto';
import type { Settings } from '../../../common/settings';
import { isDigestKey, LONGEST_KEY } from '../../../common/sources';

/** How much of a long subtype comes before its digest, for people who read keys. */
const SHOWN = 60;
const HALF_A_PAIR = /[\uD800-\uDBFF]$/;

/**
 * The key of a series in requests and settings: its subtype or, if that is too long, its beginning
 * and a digest. A subtype that looks like such a key gets a digest too, so that no log can give its
 * series the key of another.
 */
export function subtypeKey(subtype: string): string {
  if (subtype.length <= LONGEST_KEY && !isDigestKey(subtype)) return subtype;
  const beginning = subtype.slice(0, SHOWN).replace(HALF_A_PAIR, '');
  return `${beginning}… sha256:${createHash('sha256').update(subtype).digest('hex')}`;
}

/**
 * The requested series, by its key, or else by its whole subtype.
 *
 * @returns undefined if there is none
 */
export function findSeries<T extends { readonly source: string; readonly subtype: string }>(
  series: readonly T[],
  source: string,
  asked: string,
): T | undefined {
  const ofSource = series.filter((one) => one.source === source);
  return (
    ofSource.find(({ subtype }) => subtypeKey(subtype) === asked) ??
    ofSource.find(({ subtype }) => subtype === asked)
  );
}

type SeriesSettings = Pick<Settings, 'series'>;

/** The settings with whole subtypes instead of keys with a digest, for these series. */
export function withWholeSubtypes<T extends SeriesSettings>(
  settings: T,
  source: string,
  subtypes: Iterable<string>,
): T {
  const isOfSource = (one: T['series'][number]): boolean =>
    one.source === source && isDigestKey(one.subtype);
  if (!settings.series.some(isOfSource)) return settings;
  const whole = new Map<string, string>();
  for (const subtype of subtypes) {
    const key = subtypeKey(subtype);
    if (key !== subtype) whole.set(key, subtype);
  }
  const series = settings.series.map((one) =>
    isOfSource(one) ? { ...one, subtype: whole.get(one.subtype) ?? one.subtype } : one,
  );
  return { ...settings, series };
}
