import React from 'react';
import { translate } from '../../../../i18n';
import { documentsPath, seriesPath, useServices } from '../../../basics';
import { AppLink, DiscoverAnchor } from '../../../components';
import { countWords, discoverZoneWords } from '../../../words';
import { documentsOfRow, rowDiscoverLink, flaggedEvents, type OverviewRow } from '../../../rows';
import { rowTitle } from './row_words';
import { useRowContext } from './row_context';

interface RowActionsProps {
  readonly row: OverviewRow;
  /** Only the links of the current row can be reached with the tab key. */
  readonly isCurrent: boolean;
}

function documentsText(events: number, isDiscover: boolean): string {
  const values = { count: countWords(events), events };
  if (isDiscover) {
    return events === 0
      ? translate('logwave.row.discover', { defaultMessage: 'Discover' })
      : translate('logwave.row.inDiscover', { defaultMessage: '{count} in Discover', values });
  }
  return events === 0
    ? translate('logwave.row.documents', { defaultMessage: 'Documents' })
    : translate('logwave.row.inDocuments', {
        defaultMessage: '{count} {events, plural, one {document} other {documents}}',
        values,
      });
}

function DiscoverLink({ row, isCurrent }: RowActionsProps) {
  const { hostZone } = useServices();
  const { head, sources } = useRowContext();
  const link = rowDiscoverLink(row, head.columns, sources?.get(row.series?.source ?? ''));
  if (link === undefined) return null;
  const note = discoverZoneWords(head.zone, hostZone);
  const text = documentsText(flaggedEvents(row), true);
  return (
    <DiscoverAnchor
      link={link}
      tabIndex={isCurrent ? 0 : -1}
      title={note}
      aria-label={[text, rowTitle(row), note].filter(Boolean).join(', ')}
      data-test-subj="logwaveRowDiscover"
    >
      {text}
    </DiscoverAnchor>
  );
}

function DocumentsLink({ row, isCurrent }: RowActionsProps) {
  const { head, view, onLeave } = useRowContext();
  if (row.series === undefined) return null;
  const text = documentsText(flaggedEvents(row), false);
  return (
    <AppLink
      to={documentsPath(head.day, row.series, documentsOfRow(row), view)}
      tabIndex={isCurrent ? 0 : -1}
      onFollow={() => onLeave(row)}
      aria-label={`${text}, ${rowTitle(row)}`}
      data-test-subj="logwaveRowDocuments"
    >
      {text}
    </AppLink>
  );
}

/** The actions of a row: open it, and see its documents if the reader may. */
export function RowActions({ row, isCurrent }: RowActionsProps) {
  const { openInDiscover } = useServices();
  const { head, view, forbidden, onLeave } = useRowContext();
  if (row.series === undefined) return null;
  const hasDocuments = row.isFlagged && !forbidden.has(row.series.source);
  const open = translate('logwave.row.open', { defaultMessage: 'Open' });
  const Documents = openInDiscover === undefined ? DocumentsLink : DiscoverLink;
  return (
    <>
      <AppLink
        to={seriesPath(head.day, row.series, view)}
        tabIndex={isCurrent ? 0 : -1}
        onFollow={() => onLeave(row)}
        aria-label={`${open}, ${rowTitle(row)}`}
        data-test-subj="logwaveRowOpen"
      >
        {open}
      </AppLink>
      {hasDocuments && <Documents row={row} isCurrent={isCurrent} />}
    </>
  );
}
