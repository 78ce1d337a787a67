import { columnCount, columnWidths } from './table_columns';
import { GAPS, sparkLeft, tableLayout } from './table_layout';

const MARGINS = 48;
const forWindow = (width: number) => tableLayout(width - MARGINS);

describe('the columns of the table', () => {
  it('are all there at 1400 pixels, with 16 pixels an hour', () => {
    const layout = forWindow(1400);
    expect(layout.hour).toBe(16);
    expect(columnCount(layout)).toBe(13);
    expect(layout.words).toBeGreaterThan(215);
  });

  it('draw a narrower sparkline before the words get no room', () => {
    expect(forWindow(1260)).toMatchObject({ hour: 10, strip: 86 });
    expect(forWindow(1260).words).toBeGreaterThan(215);
    for (let width = 1280; width < 1700; width += 7) {
      expect(forWindow(width).words).toBeGreaterThanOrEqual(216);
    }
  });

  it('go below 1250 pixels: the 31 days first, then Top; the words move below', () => {
    expect(forWindow(1249)).toMatchObject({ strip: 0, words: 0, top: 38, surprise: 86 });
    expect(forWindow(1066)).toMatchObject({ top: 0, surprise: 86, isSurpriseNumber: false });
    expect(forWindow(1024)).toMatchObject({ top: 0, isSurpriseNumber: true, code: 98 });
    expect(forWindow(768)).toMatchObject({ code: 0 });
  });

  it('never get wider than the window', () => {
    for (let width = 700; width < 1700; width += 7) {
      const widths = columnWidths(forWindow(width));
      const sum = widths.reduce<number>((total, column) => total + (column ?? 0), 0);
      expect(sum).toBeLessThanOrEqual(width - MARGINS);
    }
  });

  it('begin the sparkline where the columns before it end', () => {
    const layout = forWindow(1400);
    const before = columnWidths(layout).slice(0, 5);
    expect(before[4]).toBe(GAPS.beforeSpark);
    expect(sparkLeft(layout)).toBe(before.reduce<number>((sum, width) => sum + (width ?? 0), 0));
  });
});
