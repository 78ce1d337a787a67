import React from 'react';
import type { Day } from '../../../../common/time';
import { translate } from '../../../i18n';
import { dayPath, documentsPath, type SeriesKey, type View } from '../../basics';
import { AppLink, KEY_ROWS, PageFrame, PageKeys } from '../../components';
import { longDay, subtypeText } from '../../words';

interface RefusedDocumentsProps {
  readonly day: Day;
  readonly series: SeriesKey;
  readonly view: View;
}

const WHOLE_DAY = { hours: [], isLatestFirst: false };

/** Instead of a list for hours that do not exist: other documents would look like theirs. */
export function RefusedDocuments({ day, series, view }: RefusedDocumentsProps) {
  const title = translate('logwave.documents.noSuchHours', { defaultMessage: 'No such hours' });
  return (
    <PageFrame
      page="documents"
      title={title}
      crumbs={[{ text: longDay(day), path: dayPath(day, view) }]}
    >
      <section className="lwNotice" data-test-subj="logwaveDocumentsRefused">
        <h1>{title}</h1>
        <p>
          <AppLink to={documentsPath(day, series, WHOLE_DAY, view)}>
            {translate('logwave.documents.wholeDay', {
              defaultMessage: 'Show the documents of {source} {subtype} of the whole day',
              values: { source: series.source, subtype: subtypeText(series.subtype) },
            })}
          </AppLink>
        </p>
      </section>
      <PageKeys rows={KEY_ROWS.notFound()} />
    </PageFrame>
  );
}
