import React from 'react';
import { translate } from '../../../../i18n';
import { type DataTable, TableView } from '../../../tables';
import { longDay } from '../../../words';
import type { DelayedRemote } from '../form/use_delayed_remote';
import type { PreviewAnswer } from './use_preview';

function tableOf({ days }: PreviewAnswer): DataTable {
  return {
    caption: translate('logwave.preview.caption', {
      defaultMessage: 'Findings of each day, now and with these settings',
    }),
    columns: [
      translate('logwave.preview.day', { defaultMessage: 'Day' }),
      translate('logwave.preview.series', { defaultMessage: 'Series' }),
      translate('logwave.preview.now', { defaultMessage: 'Findings now' }),
      translate('logwave.preview.then', { defaultMessage: 'With these settings' }),
    ],
    rows: [...days]
      .reverse()
      .map((day) => [longDay(day.day), day.series, day.flags, day.flags_proposed]),
  };
}

/** Day by day, and what was left out; folded until a reader opens it. */
function Details(answer: PreviewAnswer) {
  const { days, notes } = answer;
  if (days.length === 0 && notes.length === 0) return null;
  return (
    <details className="lwPreview-days" data-test-subj="logwavePreviewDays">
      <summary>{translate('logwave.preview.details', { defaultMessage: 'Day by day' })}</summary>
      {notes.map((note) => (
        <p key={note} className="lwSub">
          {note}
        </p>
      ))}
      {days.length > 0 && <TableView table={tableOf(answer)} />}
    </details>
  );
}

/** The effect of the changes on the last days, in a sentence, before they are saved. */
export function PreviewPart({ data, fault, isWaiting }: DelayedRemote<PreviewAnswer>) {
  return (
    <div className="lwPreview">
      <p role="status" data-test-subj="logwavePreview">
        {isWaiting &&
          translate('logwave.preview.waiting', {
            defaultMessage: 'Trying these settings on recent days …',
          })}
        {fault?.message}
        {data?.words}
      </p>
      {data !== undefined && <Details {...data} />}
    </div>
  );
}
