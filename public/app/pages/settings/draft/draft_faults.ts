import type { SettingsFault } from '../../../../../common/settings';
import { asSentence } from '../../../words';

/** What is wrong with a draft; a list's places in the paths are those of the form. */
export type DraftFaults = readonly SettingsFault[];

/** What is wrong at a place or within it, as a field shows it; undefined if nothing is. */
export function faultAt(faults: DraftFaults, path: string): string | undefined {
  const found = faults.find(
    (fault) =>
      fault.path === path || fault.path.startsWith(`${path}.`) || fault.path.startsWith(`${path}[`),
  );
  return found && asSentence(found.words);
}

/**
 * Faults of a list with the places that its items have in the form.
 *
 * @param places for each item that was validated, its place in the form
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
