import type { Floors } from '../../../../../common/settings';
import { numberOf, numberText } from './number_text';

const LIMITS = ['least_count', 'least_excess', 'least_ratio'] as const;
/** A minimum that is a number. */
export type FloorKey = (typeof LIMITS)[number];

/** Minimums as the form has them: an empty text if there is none. */
export interface FloorsDraft extends Readonly<Record<FloorKey, string>> {
  readonly judge: boolean;
}

/** Converts settings to the form. */
export function floorsDraftOf(floors: Floors = {}): FloorsDraft {
  return {
    least_count: numberText(floors.least_count),
    least_excess: numberText(floors.least_excess),
    least_ratio: numberText(floors.least_ratio),
    judge: floors.judge !== false,
  };
}

/** The minimums of the form, for the validator; undefined if there are none. */
export function writtenFloors(
  draft: FloorsDraft,
): Readonly<Partial<Record<keyof Floors, unknown>>> | undefined {
  const said = LIMITS.filter((key) => draft[key].trim() !== '');
  if (said.length === 0 && draft.judge) return undefined;
  return {
    ...Object.fromEntries(said.map((key) => [key, numberOf(draft[key])])),
    ...(!draft.judge && { judge: false }),
  };
}
