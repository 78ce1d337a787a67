import type { SettingsFault } from '../../../../../common/settings';
import { asSentence } from '../../../words';

/** What is wrong with a draft. Indices in the paths are those of the form. */
export type DraftFaults = readonly SettingsFault[];

function isWithin(place: string, path: string): boolean {
  return place === path || place.startsWith(`${path}.`) || place.startsWith(`${path}[`);
}

/** What is wrong at a path or below it, for a field; undefined if nothing is. */
export function faultAt(faults: DraftFaults, path: string): string | undefined {
  const found = faults.find((fault) => isWithin(fault.path, path));
  return found && asSentence(found.words);
}

/** The same with the path below it: "range.gte: must be a number". */
export function placedFaultAt(faults: DraftFaults, path: string): string | undefined {
  const found = faults.find((fault) => isWithin(fault.path, path));
  if (found === undefined) return undefined;
  const place = found.path.slice(path.length).replace(/^\./, '');
  return place === '' ? asSentence(found.words) : `${place}: ${found.words}`;
}

/**
 * Faults of a list with the indices that its items have in the form.
 *
 * @param places for each item that was validated, its index in the form
 */
export function inForm(
  faults: DraftFaults,
  list: string,
  places: readonly number[],
): SettingsFault[] {
  const beginning = new RegExp(`^${list}\\[(\\d+)\\]`);
  return faults.map(({ path, words }) => ({
    path: path.replace(beginning, (_, place: string) => `${list}[${places[Number(place)] ?? 0}]`),
    words,
  }));
}
