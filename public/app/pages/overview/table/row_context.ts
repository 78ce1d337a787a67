import { createContext, useContext } from 'react';
import type { JudgmentKind } from '../../../../../common/marks';
import type { UsedSource } from '../../../../../common/api';
import type { DayAnswer, HourCursor, OverviewRow } from '../../../rows';
import type { View } from '../../../basics';
import type { TableLayout } from './table_layout';

/** What all rows of a table share. It changes seldom, since every row is drawn again then. */
export interface RowContext {
  readonly head: DayAnswer['head'];
  readonly lengths: readonly number[];
  readonly layout: TableLayout;
  readonly isPrinting: boolean;
  readonly cursor: HourCursor;
  readonly view: View;
  /** The shared top, or undefined if each row has its own. */
  readonly commonTop: number | undefined;
  readonly quietHeight: number;
  /** The end of the axis of surprises, the same in all rows of the day. */
  readonly surpriseEnd: number;
  /** Indices of days without a result among the 31, 0 to 30. */
  readonly unknownDays: ReadonlySet<number> | undefined;
  /** The definitions for reading the day, by id; undefined while they are not known. */
  readonly sources: ReadonlyMap<string, UsedSource> | undefined;
  /** Sources whose documents the reader may not see, by id. */
  readonly forbidden: ReadonlySet<string>;
  /** Opens the dialog for a judgment; undefined if the reader may not judge. */
  readonly onJudge: ((row: OverviewRow, kind: JudgmentKind) => void) | undefined;
  /** Remembers where the reader was. */
  readonly onLeave: (row: OverviewRow) => void;
}

const Context = createContext<RowContext | undefined>(undefined);

export const RowContextProvider = Context.Provider;

/** What all rows share, for components inside the table. */
export function useRowContext(): RowContext {
  const context = useContext(Context);
  if (context === undefined) throw new Error('a row was rendered outside its table');
  return context;
}
