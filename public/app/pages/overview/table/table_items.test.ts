import { ordinaryDay } from '../../../../../test/fixtures/page_day';
import { stoppedDay } from '../../../../../test/fixtures/page_odd_days';
import { rowsOfDay } from '../../../rows/overview_rows';
import { rowParts, withIndex } from './row_parts';
import { itemHeight, itemKey, steppedRow, tableItems, type TableItem } from './table_items';

const rows = rowsOfDay(ordinaryDay());
const folds = { isQuietFolded: false, open: new Set<string>() };
const items = tableItems(rows, folds);
const kindsOf = (shown: readonly TableItem[]) => shown.map(({ kind }) => kind);

describe('the items of the table', () => {
  it('are flagged rows, quiet rows, and what was not assessed, a line before each part', () => {
    expect(items[5]).toEqual({ kind: 'section', of: 'quiet' });
    expect(kindsOf(items.slice(-2))).toEqual(['row', 'group']);
    expect(items).toHaveLength(5 + 1 + 36 + 1);
    expect(tableItems(rows, { ...folds, isQuietFolded: true })).toHaveLength(5 + 1 + 1);
    const only = { flagged: rows.flagged, quiet: [], notAssessed: [] };
    expect(tableItems(only, folds)).toHaveLength(5);
  });

  it('fold the series that were not assessed into one row a source, with the reason once', () => {
    const stopped = rowsOfDay(stoppedDay());
    const groups = stopped.notAssessed.map(({ source, reason, rows: own }) => [
      source,
      reason,
      own.length > 1,
    ]);
    const reason = 'Not assessed: the whole source was silent.';
    expect(groups.sort()).toEqual([
      ['ossec', reason, true],
      ['postfix', reason, true],
      ['suricata', reason, true],
      ['syslog', reason, true],
    ]);
    const all = tableItems(stopped, folds);
    expect(kindsOf(all)).toEqual([
      ...Array<string>(4).fill('row'),
      'section',
      ...Array<string>(4).fill('group'),
    ]);
    const [first] = stopped.notAssessed;
    const opened = tableItems(stopped, { ...folds, open: new Set([first?.key ?? '']) });
    expect(opened).toHaveLength(all.length + (first?.rows.length ?? 0));
    expect(tableItems(stopped, { ...folds, open: undefined })).toHaveLength(4 + 1 + 4 + 42);
  });

  it('have the other views of an incident folded on the screen, and all of them on paper', () => {
    const flagged = rows.flagged.map((row) => ({
      ...row,
      finding: row.finding && { ...row.finding, incident: 'one' },
    }));
    const together = { flagged, quiet: [], notAssessed: [] };
    expect(kindsOf(tableItems(together, folds))).toEqual(['row', 'views']);
    const printed = tableItems(together, { ...folds, isPrinting: true });
    expect(kindsOf(printed)).toEqual(['row', 'views', ...Array<string>(4).fill('row')]);
    expect(printed[1]).toMatchObject({ isFolded: undefined });
  });

  it('fit a window of 1000 pixels when they are compact', () => {
    const height = items.reduce((sum, item) => sum + itemHeight(item, 'compact'), 0);
    expect(height).toBeLessThan(800);
  });

  it('have keys of their own', () => {
    expect(new Set(items.map(itemKey)).size).toBe(items.length);
  });
});

describe('stepping from row to row', () => {
  const keyAfter = (key: string | undefined, step: 1 | -1) => steppedRow(items, key, step)?.key;
  const [first, second] = rows.flagged.map(({ key }) => key);
  const last = rows.quiet[rows.quiet.length - 1]?.key;

  it('begins at the first, skips the line between, and stops at either end', () => {
    expect(keyAfter(undefined, 1)).toBe(first);
    expect(keyAfter(first, 1)).toBe(second);
    expect(keyAfter(rows.flagged[4]?.key, 1)).toBe(rows.quiet[0]?.key);
    expect(keyAfter(rows.quiet[0]?.key, -1)).toBe(rows.flagged[4]?.key);
    expect([keyAfter(first, -1), keyAfter(last, 1)]).toEqual([first, last]);
  });

  it('finds none if there is none', () => {
    expect(steppedRow([], first, 1)).toBeUndefined();
  });
});

describe('rows on demand', () => {
  const placed = (index: number) => ({ index, start: index * 10, end: index * 10 + 10 });

  it('are at their positions: gaps replace the others', () => {
    expect(rowParts([placed(2), placed(3), placed(7)], 100)).toEqual([
      { kind: 'gap', key: 'before 2', height: 20 },
      { kind: 'row', index: 2 },
      { kind: 'row', index: 3 },
      { kind: 'gap', key: 'before 7', height: 30 },
      { kind: 'row', index: 7 },
      { kind: 'gap', key: 'end', height: 20 },
    ]);
  });

  it('need no gap where all are there', () => {
    expect(rowParts([placed(0), placed(1)], 20).map(({ kind }) => kind)).toEqual(['row', 'row']);
  });

  it('keep the current row, wherever it is', () => {
    expect(withIndex([4, 5], 1, 10)).toEqual([1, 4, 5]);
    expect(withIndex([4, 5], 5, 10)).toEqual([4, 5]);
    expect([withIndex([4], -1, 10), withIndex([4], 10, 10)]).toEqual([[4], [4]]);
  });
});

describe('the views of an incident', () => {
  const [first, second, third] = rows.flagged;
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('few rows');
  const of = (row: typeof first, incident: string) =>
    row.finding === null ? row : { ...row, finding: { ...row.finding, incident } };
  const flagged = [of(first, 'a'), of(second, 'b'), of(third, 'a')];
  const day = { flagged, quiet: [], notAssessed: [] };

  it('are folded below the most surprising of them', () => {
    const folded = tableItems(day, folds);
    expect(folded.map(itemKey)).toEqual([first.key, 'incident a', second.key]);
    expect(folded[1]).toMatchObject({ kind: 'views', isFolded: true });
    const open = tableItems(day, { ...folds, open: new Set(['incident a']) });
    expect(open.map(itemKey)).toEqual([first.key, 'incident a', third.key, second.key]);
  });

  it('are all shown where a filter is set', () => {
    const all = tableItems(day, { ...folds, open: undefined });
    expect(kindsOf(all)).toEqual(['row', 'views', 'row', 'row']);
  });
});
