import {
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';

/** The row whose link the tab key reaches, and the keys that move from row to row. */
export interface RowCursor {
  /** The key of the row; undefined before one was chosen. */
  readonly current: string | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
]);

function keyOf(target: EventTarget): string | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('tr[data-series]') : null;
  return row?.dataset['series'];
}

/**
 * Lets the arrow keys move from row to row, so that a table of many rows takes a single press of
 * the tab key.
 *
 * @param keys of all rows, rendered or not
 * @param scrollTo brings a row into view, which may render it
 */
export function useRowCursor(
  keys: readonly string[],
  body: RefObject<HTMLElement>,
  scrollTo: (index: number) => void,
): RowCursor {
  const [current, setCurrent] = useState<string>();
  const wanted = useRef<string>();
  useEffect(() => {
    if (wanted.current === undefined) return;
    const row = `tr[data-series="${CSS.escape(wanted.current)}"] a`;
    const link = body.current?.querySelector<HTMLElement>(row);
    if (link == null) return;
    wanted.current = undefined;
    link.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS.get(event.key);
    const from = keyOf(event.target);
    if (step === undefined || from === undefined) return;
    event.preventDefault();
    const index = keys.indexOf(from) + step;
    const next = keys[index];
    if (next === undefined) return;
    wanted.current = next;
    setCurrent(next);
    scrollTo(index);
  };
  return { current, onKeyDown, onFocus: ({ target }) => setCurrent(keyOf(target)) };
}
