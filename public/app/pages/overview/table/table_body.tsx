import React, { type RefObject } from 'react';
import type { VirtualRows } from './use_virtual_rows';
import type { OverviewRows } from '../../../rows';
import { useRowContext } from './row_context';
import { groupWords, notAssessedWords, quietWords, SectionRow, viewsWords } from './section_row';
import { mayWrap } from './row_heights';
import { SeriesRow } from './series_row';
import { columnCount } from './table_columns';
import { itemKey, type TableItem } from './table_items';

interface TableBodyProps {
  readonly body: RefObject<HTMLTableSectionElement>;
  readonly items: readonly TableItem[];
  readonly rows: OverviewRows;
  readonly virtual: VirtualRows;
  readonly current: string | undefined;
  readonly isFolded: boolean;
  readonly onFold: () => void;
  /** Opens or folds a group of series that were not assessed, or the views of an incident. */
  readonly onGroup: (key: string) => void;
}

/** The head is the first row of the table. */
const HEAD_ROWS = 1;

type LineProps = Pick<TableBodyProps, 'rows' | 'isFolded' | 'onFold' | 'onGroup'> & {
  readonly item: Exclude<TableItem, { readonly kind: 'row' }>;
  readonly ariaIndex: number;
};

/** A line between the rows. */
function Line({ item, rows, ariaIndex, isFolded, onFold, onGroup }: LineProps) {
  const { sources } = useRowContext();
  if (item.kind === 'views') {
    const { incident, isFolded: isViewsFolded } = item;
    return (
      <SectionRow
        {...viewsWords(incident)}
        ariaIndex={ariaIndex}
        isFolded={isViewsFolded}
        onFold={() => onGroup(incident.key)}
        subject="logwaveFoldViews"
        className="lwSection-views"
      />
    );
  }
  if (item.kind === 'group') {
    const { group, isFolded: isGroupFolded } = item;
    const name = sources?.get(group.source)?.source.name ?? group.source;
    return (
      <SectionRow
        {...groupWords(group, name)}
        ariaIndex={ariaIndex}
        isFolded={isGroupFolded}
        onFold={() => onGroup(group.key)}
        subject="logwaveFoldGroup"
      />
    );
  }
  if (item.of === 'not assessed') {
    return <SectionRow {...notAssessedWords(rows)} ariaIndex={ariaIndex} />;
  }
  return (
    <SectionRow
      {...quietWords(rows.quiet)}
      ariaIndex={ariaIndex}
      isFolded={isFolded}
      onFold={onFold}
      subject="logwaveFoldQuiet"
    />
  );
}

/**
 * The rows on the screen, and gaps for the others. Another series at the same position reuses the
 * row's element, which is faster than creating one. A row that is measured always has its own.
 */
export function TableBody(props: TableBodyProps) {
  const { body, items, rows, virtual, current, isFolded, onFold, onGroup } = props;
  const { layout } = useRowContext();
  return (
    <tbody ref={body}>
      {virtual.parts.map((part) => {
        if (part.kind === 'gap') {
          return (
            <tr key={part.key} className="lwGap" aria-hidden="true" style={{ height: part.height }}>
              <td colSpan={columnCount(layout)} />
            </tr>
          );
        }
        const item = items[part.index];
        const ariaIndex = part.index + 1 + HEAD_ROWS;
        if (item === undefined) return null;
        if (item.kind !== 'row') {
          return (
            <Line key={itemKey(item)} {...{ item, rows, ariaIndex, isFolded, onFold, onGroup }} />
          );
        }
        const isMeasured = mayWrap(item.row, layout);
        return (
          <SeriesRow
            key={isMeasured ? item.row.key : part.index}
            row={item.row}
            ariaIndex={ariaIndex}
            index={part.index}
            isCurrent={item.row.key === current}
            measure={isMeasured ? virtual.measure : undefined}
          />
        );
      })}
    </tbody>
  );
}
