import { EuiButton, EuiTitle } from '@elastic/eui';
import React from 'react';
import { useLocation } from 'react-router-dom';
import { getOneSeries } from '../../../../common/api';
import { addDays, type Day } from '../../../../common/time';
import { hourStretches } from '../../../../common/waveform/hours';
import { stretchWords } from '../../../../common/waveform/words';
import { translate } from '../../../i18n';
import {
  dayPath,
  documentsPath,
  hoursOf,
  isLatestFirst,
  seriesPath,
  viewOf,
  addressFaults,
  type ApiFault,
  type SeriesKey,
  useMemory,
  useServices,
  useKeys,
  useRemote,
} from '../../basics';
import {
  KEY_ROWS,
  PageKeys,
  AppLink,
  FaultNotice,
  Loading,
  PageFrame,
  SeriesFault,
} from '../../components';
import { countWords, longDay, subtypeText } from '../../words';
import { DocumentLine } from './document_line';
import { MissingDocuments } from './missing_documents';
import { RefusedDocuments } from './refused_documents';
import { useDocuments } from './use_documents';

interface DocumentsPageProps {
  readonly day: Day;
  readonly series: SeriesKey;
}

/** The last lines of a series that was silent all day are on a day before. */
const LATEST = { hours: [], isLatestFirst: true };

/** The series as it is called, and why it is not there, if that is known. */
interface NamedSeries {
  readonly name: string;
  readonly fault: ApiFault | undefined;
}

/** The codes of a series that does not exist. */
const NO_SERIES: readonly ApiFault['code'][] = ['series_not_found', 'source_not_found'];

/** The series' name if the day was viewed before, else its source and subtype. */
function useName(day: Day, { source, subtype }: SeriesKey): NamedSeries {
  const { api } = useServices();
  const row = useMemory()
    .days.get(day)
    ?.series.find((other) => other.source === source && other.subtype === subtype);
  const isKnown = row !== undefined;
  // If it is opened directly, the page requests the name. Without an answer it shows the key.
  const asked = useRemote(JSON.stringify([isKnown, day, source, subtype]), async (signal) => {
    if (isKnown) return undefined;
    const answer = await api(getOneSeries, { params: { day }, query: { source, subtype } }, signal);
    return answer.row.name;
  });
  const { data, fault } = asked;
  return {
    name: row?.name ?? data ?? `${source} ${subtypeText(subtype)}`,
    fault: NO_SERIES.includes(fault?.code) ? fault : undefined,
  };
}

function shownWords(shown: number, total: number): string {
  return translate('logwave.documents.shown', {
    defaultMessage: '{shown} of {total} documents shown.',
    values: { shown: countWords(shown), total: countWords(total) },
  });
}

/** The documents of a series, for hosts without Discover. */
export function DocumentsPage({ day, series }: DocumentsPageProps) {
  const { search } = useLocation();
  const isRefused = addressFaults(search, 'documents').some(({ name }) => name === 'hours');
  if (isRefused) return <RefusedDocuments day={day} series={series} view={viewOf(search)} />;
  return <ListedDocuments day={day} series={series} />;
}

function ListedDocuments({ day, series }: DocumentsPageProps) {
  const { history, storage } = useServices();
  const { search } = useLocation();
  const [hours, view] = [hoursOf(search), viewOf(search)];
  const wish = { hours, isLatestFirst: isLatestFirst(search) };
  const { name, fault: noSeries } = useName(day, series);
  const known = useMemory().days.get(day)?.head.zone;
  const { documents, total, missing, fault, isLoading, hasMore, more, ...answered } = useDocuments(
    day,
    series,
    wish,
  );
  const zone = answered.zone ?? known;
  // Documents that came after the analysis are shown, though it knows no such series.
  const missingSeries = NO_SERIES.includes(fault?.code) ? fault : noSeries;
  const isAnswered = total !== undefined || fault !== undefined;
  const isNone = missingSeries !== undefined && documents.length === 0 && isAnswered;
  const back = dayPath(day, view);
  const dayBefore = addDays(day, -1);
  useKeys({ Escape: () => history.push(back) }, storage);
  const when = hours.length === 0 ? '' : ` ${hourStretches(hours).map(stretchWords).join(', ')}`;
  return (
    <PageFrame
      page="documents"
      title={translate('logwave.documents.crumb', { defaultMessage: 'Documents' })}
      documentTitle={translate('logwave.documents.title', {
        defaultMessage: 'Documents of {name}',
        values: { name },
      })}
      crumbs={[
        { text: longDay(day), path: back },
        { text: name, path: seriesPath(day, series, view) },
      ]}
    >
      <EuiTitle size="s" className="lwTitle">
        <h1>
          {name}{' '}
          <small className="lwSub">
            {longDay(day)}
            {when}
            {zone === undefined ? '' : `, ${zone}`}
          </small>
        </h1>
      </EuiTitle>
      <p className="lwSummary" role="status" data-test-subj="logwaveDocumentsShown">
        {total === undefined || isNone ? '' : shownWords(documents.length, total)}
      </p>
      <MissingDocuments why={missing} />
      {isNone && (
        <SeriesFault day={day} view={view} fault={missingSeries} isStale={false} onRetry={more} />
      )}
      {total === 0 && !isNone && (
        <p>
          <AppLink
            to={documentsPath(dayBefore, series, LATEST, view)}
            data-test-subj="logwaveDayBefore"
          >
            {translate('logwave.documents.dayBefore', {
              defaultMessage: 'Show the latest documents of {day}',
              values: { day: longDay(dayBefore) },
            })}
          </AppLink>
        </p>
      )}
      {fault !== undefined && !isNone && <FaultNotice fault={fault} onRetry={more} />}
      <ol className="lwLog" data-test-subj="logwaveDocuments">
        {zone !== undefined &&
          documents.map((document) => (
            <DocumentLine
              key={`${document.index} ${document.id}`}
              document={document}
              zone={zone}
            />
          ))}
      </ol>
      {isLoading && <Loading />}
      {hasMore && !isLoading && fault === undefined && (
        <EuiButton size="s" color="text" onClick={more} data-test-subj="logwaveMore">
          {translate('logwave.documents.more', { defaultMessage: 'Show more' })}
        </EuiButton>
      )}
      <p className="lwFoot">
        <AppLink to={back}>
          {translate('logwave.documents.back', { defaultMessage: 'Back to the day' })}
        </AppLink>
      </p>
      <PageKeys rows={KEY_ROWS.documents()} />
    </PageFrame>
  );
}
