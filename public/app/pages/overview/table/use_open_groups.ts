import { useState } from 'react';
import { incidentRows, type OverviewRows } from '../../../rows';

/** Which groups of series that were not assessed, and which views of incidents, are open. */
export interface OpenGroups {
  /** Their keys; undefined if all are open. */
  readonly open: ReadonlySet<string> | undefined;
  readonly toggle: (key: string) => void;
}

function groupOf({ flagged, notAssessed }: OverviewRows, row: string | undefined): string[] {
  const holding = notAssessed.filter(({ rows }) => rows.some(({ key }) => key === row));
  const incidents = incidentRows(flagged).filter(({ views }) =>
    views.some(({ key }) => key === row),
  );
  return [...incidents, ...holding].map(({ key }) => key);
}

/**
 * All groups are folded at first, except that of the row that the reader returns to. A filter opens
 * them all, so that its matches are visible.
 */
export function useOpenGroups(
  rows: OverviewRows,
  isFiltered: boolean,
  back: string | undefined,
): OpenGroups {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(groupOf(rows, back)));
  const toggle = (key: string): void => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  return { open: isFiltered ? undefined : open, toggle };
}
