import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import type { RowSize } from '../../../basics';
import { rowParts, withIndex, type RowPart } from './row_parts';
import { itemHeight, itemKey, type TableItem } from './table_items';

/** Extra rows beyond the edges of the window, so that they are there when the reader scrolls. */
const BEYOND = 12;

/**
 * How many rows are created in the frame in which they change, so that a key in the filter is
 * answered within it. Those below follow right after.
 */
const FIRST_ROWS = 6;

/** Which rows are rendered, and how to scroll to another. */
export interface VirtualRows {
  readonly parts: readonly RowPart[];
  readonly measure: (element: Element | null) => void;
  readonly scrollTo: (index: number) => void;
}

interface Options {
  readonly items: readonly TableItem[];
  readonly size: RowSize;
  readonly isCard: boolean;
  /** The table's body: where the rows begin. */
  readonly body: RefObject<HTMLElement>;
  /** This row stays rendered, so that it keeps the focus. */
  readonly current: number;
  /** Heights of what covers the window's edges, in pixels. */
  readonly covered: { readonly top: number; readonly bottom: number };
  readonly isPrinting: boolean;
}

/** How far the rows begin below the top of the document. It changes with the content above. */
function useOffset(body: RefObject<HTMLElement>): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      const { top } = body.current?.getBoundingClientRect() ?? { top: 0 };
      setOffset(Math.round(top + window.scrollY));
    };
    measure();
    // Scrolling does not change the document's height, so it needs no measurement.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [body]);
  return offset;
}

/** Whether the rows have changed and are not painted yet. */
function useIsNew(items: readonly TableItem[]): boolean {
  const [painted, setPainted] = useState(items);
  useEffect(() => {
    let timer: number | undefined;
    // A frame is painted right after the callbacks at its beginning. A timer fires after that.
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => setPainted(items));
    });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, [items]);
  return painted !== items;
}

/** Renders on demand the rows that are on the screen. */
export function useVirtualRows(options: Options): VirtualRows {
  const { items, size, isCard, body, current, covered, isPrinting } = options;
  const scrollMargin = useOffset(body);
  const isNew = useIsNew(items);
  // A new function would make the positions of all rows be computed again, which is slow for many.
  const getItemKey = useCallback(
    (index: number) => `${size} ${isCard ? 'card ' : ''}${itemKey(items[index])}`,
    [items, size, isCard],
  );
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: (index) => itemHeight(items[index], size, isCard),
    getItemKey,
    scrollMargin,
    overscan: BEYOND,
    scrollPaddingStart: covered.top,
    scrollPaddingEnd: covered.bottom,
    // Reading the size of an element would force the browser to lay out the page early. The
    // observer reports wrapped rows right after the next layout. Until then the previous height is
    // used.
    measureElement: (element, entry, { measurementsCache, indexFromElement }) => {
      const index = indexFromElement(element);
      const known = measurementsCache[index]?.size ?? itemHeight(items[index], size, isCard);
      return Math.round(entry?.borderBoxSize[0]?.blockSize ?? known);
    },
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range);
        // A reader who types a filter is at the top. Further down nothing should flicker.
        const first = isNew && range.startIndex === 0 ? shown.slice(0, FIRST_ROWS) : shown;
        return withIndex(first, current, range.count);
      },
      [current, isNew],
    ),
  });
  const placed = rows.getVirtualItems().map(({ index, start, end }) => ({
    index,
    start: start - scrollMargin,
    end: end - scrollMargin,
  }));
  return {
    parts: isPrinting
      ? items.map((_, index) => ({ kind: 'row', index }))
      : rowParts(placed, rows.getTotalSize()),
    measure: rows.measureElement,
    scrollTo: (index) => rows.scrollToIndex(index),
  };
}
