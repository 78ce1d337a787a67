import { renderHook, settle } from '../../../../../test/fixtures/render_hook';
import { ordinaryDay } from '../../../../../test/fixtures/page_day';
import type { ReturnPoint } from '../../../basics';
import { rowsOfDay } from '../../../rows';
import { tableItems, type TableItem } from './table_items';
import { useCurrentRow } from './use_current_row';

const folds = { isQuietFolded: false, open: new Set<string>() };
const items = tableItems(rowsOfDay(ordinaryDay()), folds);
const keyAt = (index: number): string => {
  const item = items[index];
  if (item?.kind !== 'row') throw new Error(`item ${index} is not a row`);
  return item.row.key;
};

/** As much of an element as the hook asks for. */
class RowElement {
  readonly dataset: { readonly row: string };
  constructor(key: string) {
    this.dataset = { row: key };
  }
  closest(): this {
    return this;
  }
  focus(): void {
    page.activeElement = this;
  }
}

/** What has the focus, as the document tells it. */
const page: { activeElement: unknown } = { activeElement: null };

const focused = (): string | undefined =>
  page.activeElement instanceof RowElement ? page.activeElement.dataset.row : undefined;

async function table(back?: ReturnPoint) {
  const rendered = new Set(items.flatMap((_, index) => (isRow(index) ? [keyAt(index)] : [])));
  const scrolled: number[] = [];
  const current = {
    querySelector: (selector: string) => {
      const key = [...rendered].find((one) => selector === `tr[data-row="${one}"]`);
      return key === undefined ? null : new RowElement(key);
    },
  } as unknown as HTMLElement;
  const scrollTo = { current: (index: number) => void scrolled.push(index) };
  const hook = await renderHook(
    (shown: readonly TableItem[]) => useCurrentRow(shown, { current }, scrollTo, back),
    items,
  );
  return { ...hook, rendered, scrolled };
}

const isRow = (index: number): boolean => items[index]?.kind === 'row';

describe('the current row of the table', () => {
  beforeAll(() => {
    Object.assign(globalThis, {
      ...{ document: page, Element: RowElement, CSS: { escape: (text: string) => text } },
    });
  });
  beforeEach(() => {
    page.activeElement = null;
  });
  afterAll(() => {
    for (const name of ['document', 'Element', 'CSS']) Reflect.deleteProperty(globalThis, name);
  });

  it('is the first at the beginning, and takes no focus by itself', async () => {
    const { now } = await table();
    expect(now()).toMatchObject({ index: 0, key: keyAt(0) });
    expect(focused()).toBeUndefined();
  });

  it('goes from one to the next with the focus, scrolls there, and stops at the end', async () => {
    const { now, scrolled } = await table();
    await settle(() => now().choose(keyAt(0), false));
    await settle(() => now().step(1));
    expect([now().index, focused()]).toEqual([1, keyAt(1)]);
    await settle(() => now().step(-1));
    await settle(() => now().step(-1));
    expect([now().index, focused()]).toEqual([0, keyAt(0)]);
    expect(scrolled).toEqual([1, 0, 0]);
  });

  it('is focused once it is rendered, where it was not at first', async () => {
    const { now, rendered, draw } = await table();
    rendered.delete(keyAt(1));
    await settle(() => now().choose(keyAt(1), true));
    expect(focused()).toBeUndefined();
    rendered.add(keyAt(1));
    await draw(items);
    expect(focused()).toBe(keyAt(1));
  });

  it('is the one that the reader left, and is scrolled to if no position is known', async () => {
    const { now, scrolled } = await table({ row: keyAt(2), scroll: undefined });
    expect([now().index, focused(), scrolled]).toEqual([2, keyAt(2), [2]]);
    const known = await table({ row: keyAt(2), scroll: 300 });
    expect([focused(), known.scrolled]).toEqual([keyAt(2), []]);
  });

  it('is the first again if it is filtered away, and the focus goes with it', async () => {
    const { now, draw } = await table();
    await settle(() => now().choose(keyAt(2), true));
    const [first, second] = items;
    // React takes the element away, and the document's body has the focus.
    const without = [first, second].flatMap((item) => (item === undefined ? [] : [item]));
    await draw(without);
    expect(now()).toMatchObject({ index: 0, key: keyAt(0) });
    expect(focused()).toBe(keyAt(0));
    await draw([]);
    expect(now()).toMatchObject({ index: -1, key: undefined, row: undefined });
  });
});
