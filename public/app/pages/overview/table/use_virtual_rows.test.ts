import { renderHook, settle } from '../../../../../test/fixtures/render_hook';
import { crowdedDay } from '../../../../../test/fixtures/page_day';
import { rowsOfDay } from '../../../rows';
import { tableItems } from './table_items';
import { useVirtualRows } from './use_virtual_rows';

const folds = { isQuietFolded: false, open: new Set<string>() };
const items = tableItems(rowsOfDay(crowdedDay(1000)), folds);
const HEIGHT = 600;
const DOCUMENT = { body: {}, documentElement: { scrollHeight: 30_000, scrollWidth: 1400 } };

/** A window that shows the beginning of the rows, and paints when the test says so. */
function createWindow() {
  const frames = new Map<number, () => void>();
  let asked = 0;
  const page = {
    ...{ innerWidth: 1400, innerHeight: HEIGHT, scrollX: 0, scrollY: 0 },
    document: DOCUMENT,
    ...{ addEventListener: () => undefined, removeEventListener: () => undefined },
    scrolledTo: [] as number[],
    scrollTo: ({ top }: { top: number }) => void page.scrolledTo.push(top),
    requestAnimationFrame: (frame: () => void): number => {
      frames.set((asked += 1), frame);
      return asked;
    },
    cancelAnimationFrame: (frame: number) => void frames.delete(frame),
    setTimeout: (work: () => void) => void work(),
    clearTimeout: () => undefined,
    paint: () => {
      const due = [...frames.values()];
      frames.clear();
      due.forEach((frame) => frame());
    },
  };
  return page;
}

class Observer {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

type Options = Parameters<typeof useVirtualRows>[0];

const body = {
  current: { getBoundingClientRect: () => ({ top: 200 }) } as unknown as HTMLElement,
};
const GIVEN: Options = {
  ...{ items, body, size: 'compact', isCard: false, current: -1, isPrinting: false },
  covered: { top: 0, bottom: 0 },
};
const indexes = ({ parts }: ReturnType<typeof useVirtualRows>): number[] =>
  parts.flatMap((part) => (part.kind === 'row' ? [part.index] : []));

describe('rows that are rendered on demand', () => {
  const shown = createWindow();
  beforeAll(() => {
    const { requestAnimationFrame, cancelAnimationFrame } = shown;
    Object.assign(globalThis, {
      ...{ window: shown, document: DOCUMENT, ResizeObserver: Observer },
      ...{ requestAnimationFrame, cancelAnimationFrame },
    });
  });
  afterAll(() => {
    const names = ['window', 'document', 'ResizeObserver'];
    for (const name of [...names, 'requestAnimationFrame', 'cancelAnimationFrame']) {
      Reflect.deleteProperty(globalThis, name);
    }
  });

  it('are those on the screen and some beyond, with one gap for all others', async () => {
    const { now, takeAway } = await renderHook(useVirtualRows, GIVEN);
    await settle(shown.paint);
    const rows = indexes(now());
    expect(rows[0]).toBe(0);
    expect(rows.length).toBeGreaterThan(12);
    expect(rows.length).toBeLessThan(80);
    expect(now().parts.at(-1)).toMatchObject({ kind: 'gap', key: 'end' });
    await takeAway();
  });

  it('are six until other rows are painted, so that a key in the filter is answered at once', async () => {
    const { now, draw, takeAway } = await renderHook(useVirtualRows, GIVEN);
    await settle(shown.paint);
    const before = indexes(now()).length;
    await draw({ ...GIVEN, items: items.slice(0, 500) });
    expect(indexes(now())).toEqual([0, 1, 2, 3, 4, 5]);
    await settle(shown.paint);
    expect(indexes(now())).toHaveLength(before);
    await takeAway();
  });

  it('hold the current row, wherever it is, so that it keeps the focus', async () => {
    const { now, takeAway } = await renderHook(useVirtualRows, { ...GIVEN, current: 900 });
    await settle(shown.paint);
    expect(indexes(now()).at(-1)).toBe(900);
    await takeAway();
  });

  it('are all of them on paper', async () => {
    const { now, takeAway } = await renderHook(useVirtualRows, { ...GIVEN, isPrinting: true });
    expect(now().parts).toHaveLength(items.length);
    await takeAway();
  });

  it('can be scrolled to, below the content above them', async () => {
    const { now, takeAway } = await renderHook(useVirtualRows, GIVEN);
    await settle(shown.paint);
    await settle(() => now().scrollTo(700));
    expect(shown.scrolledTo.at(-1)).toBeGreaterThan(700 * 10);
    await takeAway();
  });
});
