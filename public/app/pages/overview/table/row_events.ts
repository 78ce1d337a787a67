/** The parts of an event that identify its row. */
interface RowEvent {
  readonly target: EventTarget | null;
}

/** The key of the row in which something happened; undefined outside the rows. */
export function rowKeyAt({ target }: RowEvent): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>('tr[data-row]')?.dataset['row'];
}

/** Whether a click is for the row. A click on a link or on selected text is not. */
export function isRowClick({ target, button }: RowEvent & { readonly button: number }): boolean {
  if (button !== 0 || !(target instanceof Element)) return false;
  return target.closest('a, button') === null && window.getSelection()?.isCollapsed !== false;
}

/** Whether a row itself has the focus, and not a link in it. */
export function isOnRow({ target }: RowEvent): boolean {
  return target instanceof HTMLTableRowElement;
}
