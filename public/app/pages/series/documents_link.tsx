import React from 'react';
import { getSources, type UsedSource } from '../../../../common/api';
import { translate } from '../../../i18n';
import { documentsPath, type View, useMemory, useRemote, useServices } from '../../basics';
import { AppLink, DiscoverAnchor } from '../../components';
import {
  documentsOfRow,
  rowDiscoverLink,
  flaggedEvents,
  rowOfSeries,
  type OverviewRow,
} from '../../rows';
import { discoverZoneWords } from '../../words';
import type { SeriesAnswer } from './model/series_view';

interface DocumentsLinkProps {
  readonly answer: SeriesAnswer;
  readonly view: View;
}

function discoverWords(row: OverviewRow): string {
  const count = flaggedEvents(row);
  return count === 0
    ? translate('logwave.series.openDiscover', { defaultMessage: 'Open in Discover' })
    : translate('logwave.series.openInDiscover', {
        defaultMessage: 'Open in Discover, {count, plural, one {# event} other {# events}}',
        values: { count },
      });
}

function documentsWords(row: OverviewRow): string {
  const count = flaggedEvents(row);
  return count === 0
    ? translate('logwave.series.openDocuments', { defaultMessage: 'Open the documents' })
    : translate('logwave.series.openSome', {
        defaultMessage: 'Open {count, plural, one {# document} other {# documents}}',
        values: { count },
      });
}

interface DiscoverLinkProps extends Pick<DocumentsLinkProps, 'answer'> {
  /** The current definition of the source. */
  readonly present: UsedSource | undefined;
}

function DiscoverLink({ answer, present }: DiscoverLinkProps) {
  const { hostZone } = useServices();
  const row = rowOfSeries(answer.row);
  const link = rowDiscoverLink(row, answer.columns, answer.changed_source ?? present);
  if (link === undefined) return null;
  const note = discoverZoneWords(answer.head.zone, hostZone);
  return (
    <DiscoverAnchor
      link={link}
      title={note}
      aria-label={[discoverWords(row), note].filter(Boolean).join('. ')}
      data-test-subj="logwaveSeriesDiscover"
    >
      {discoverWords(row)}
    </DiscoverAnchor>
  );
}

/**
 * The link to the documents of the flagged hours: in Discover, or in our own list; none if the
 * reader may not see them.
 */
export function DocumentsLink({ answer, view }: DocumentsLinkProps) {
  const { api, openInDiscover } = useServices();
  const { sources } = useMemory();
  const { data } = useRemote('sources', (signal) => api(getSources, {}, signal), sources);
  const present = data?.sources.find((one) => one.source.id === answer.row.source);
  if (present?.state === 'forbidden') return null;
  if (openInDiscover !== undefined) return <DiscoverLink answer={answer} present={present} />;
  const row = rowOfSeries(answer.row);
  const path = documentsPath(answer.head.day, answer.row, documentsOfRow(row), view);
  return (
    <AppLink to={path} data-test-subj="logwaveSeriesDocuments">
      {documentsWords(row)}
    </AppLink>
  );
}
