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
  type SeriesKey,
  useMemory,
  useServices,
  useKeys,
  useRemote,
} from '../../basics';
import { KEY_ROWS, PageKeys, AppLink, FaultNotice, Loading, PageFrame } from '../../components';
import { countWords, longDay, subtypeText } from '../../words';
import { DocumentLine } from './document_line';
import { MissingDocuments } from './missing_documents';
import { useDocuments } from './use_documents';

interface DocumentsPageProps {
  readonly day: Day;
  readonly series: SeriesKey;
}

/** The last lines of a series that was silent all day are on a day before. */
const LATEST = { hours: [], isLatestFirst: true };

/** The series' name if the day was viewed before, else its source and subtype. */
function useName(day: Day, { source, subtype }: SeriesKey): string {
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
  return row?.name ?? asked.data ?? `${source} ${subtypeText(subtype)}`;
}

function shownWords(shown: number, total: number): string {
  return translate('logwave.documents.shown', {
    defaultMessage: '{shown} of {total} documents shown.',
    values: { shown: countWords(shown), total: countWords(total) },
  });
}

/** The documents of a series, for hosts without Discover. */
export function DocumentsPage({ day, series }: DocumentsPageProps) {
  const { history, storage } = useServices();
  const { search } = useLocation();
  const [hours, view] = [hoursOf(search), viewOf(search)];
  const wish = { hours, isLatestFirst: isLatestFirst(search) };
  const name = useName(day, series);
  const known = useMemory().days.get(day)?.head.zone;
  const { documents, total, missing, fault, isLoading, hasMore, more, ...answered } = useDocuments(
    day,
    series,
    wish,
  );
  const zone = answered.zone ?? known;
  const back = dayPath(day, view);
  const dayBefore = addDays(day, -1);
  useKeys({ Escape: () => history.push(back) }, storage);
  const when = hours.length === 0 ? '' : ` ${hourStretches(hours).map(stretchWords).join(', ')}`;
  return (
    <PageFrame
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
        {total === undefined ? '' : shownWords(documents.length, total)}
      </p>
      <MissingDocuments why={missing} />
      {total === 0 && (
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
      {fault !== undefined && <FaultNotice fault={fault} onRetry={more} />}
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
