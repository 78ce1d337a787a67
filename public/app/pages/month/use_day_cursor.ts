import { useState, type KeyboardEvent } from 'react';

/** A day of a row that is chosen by keys. */
export interface DayCursor {
  /** Its index; undefined while none is chosen. */
  readonly place: number | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowLeft', -1],
  ['ArrowRight', 1],
]);

/**
 * Lets arrow keys choose one of the days of a row, and Enter open it, as a click does.
 *
 * @param days how many there are
 * @param first the index of the day that the first arrow key chooses
 */
export function useDayCursor(
  days: number,
  first: number,
  onOpen: (place: number) => void,
): DayCursor {
  const [place, setPlace] = useState<number>();
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS.get(event.key);
    if (step !== undefined) {
      event.preventDefault();
      setPlace(place === undefined ? first : Math.min(Math.max(place + step, 0), days - 1));
    } else if (event.key === 'Enter' && place !== undefined) {
      event.preventDefault();
      onOpen(place);
    } else if (event.key === 'Escape') setPlace(undefined);
  };
  return { place, onKeyDown, onBlur: () => setPlace(undefined) };
}
