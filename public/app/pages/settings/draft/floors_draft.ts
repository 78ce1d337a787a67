import type { Floors } from '../../../../../common/settings';
import { numberOf, numberText } from './number_text';

const LIMITS = ['least_count', 'least_excess', 'least_ratio'] as const;
/** A floor that is a number. */
export type FloorKey = (typeof LIMITS)[number];

/** Floors as the form has them: an empty text where nothing is said. */
export interface FloorsDraft extends Readonly<Record<FloorKey, string>> {
  readonly judge: boolean;
}

/** The form as the settings have it. */
export function floorsDraftOf(floors: Floors = {}): FloorsDraft {
  return {
    least_count: numberText(floors.least_count),
    least_excess: numberText(floors.least_excess),
    least_ratio: numberText(floors.least_ratio),
    judge: floors.judge !== false,
  };
}

/** What the form says, for the validator; undefined where it says nothing. */
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
