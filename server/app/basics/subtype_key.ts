import { createHash } from 'node:crypto';
import type { Settings } from '../../../common/settings';
import { isDigestKey, LONGEST_KEY } from '../../../common/sources';

/** So much of a long subtype stands before its digest, for those who read keys. */
const SHOWN = 60;
const HALF_A_PAIR = /[\uD800-\uDBFF]$/;

/**
 * The key by which a series is asked for, and settings name it: its subtype, or, where that is too
 * long, its beginning and a digest. A subtype that looks like such a key gets one, too, so that no
 * log can name its series after another.
 */
export function subtypeKey(subtype: string): string {
  if (subtype.length <= LONGEST_KEY && !isDigestKey(subtype)) return subtype;
  const beginning = subtype.slice(0, SHOWN).replace(HALF_A_PAIR, '');
  return `${beginning}… sha256:${createHash('sha256').update(subtype).digest('hex')}`;
}

/**
 * The series that somebody asks for, by its key, or else by its whole subtype.
 *
 * @returns undefined where there is none
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

/** The settings with whole subtypes in place of keys with a digest, as far as they are of these series. */
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
