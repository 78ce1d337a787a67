import React from 'react';
import { translate } from '../../../i18n';
import { clockTime } from '../../words';
import type { LogDocument } from './use_documents';

interface DocumentLineProps {
  readonly document: LogDocument;
  readonly zone: string;
}

/** One document: when, what, whether it is tagged, and its further fields on demand. */
export function DocumentLine({ document, zone }: DocumentLineProps) {
  const { time, message, tagged, fields, index } = document;
  return (
    <li className="lwLogLine">
      <details>
        <summary>
          <time className="lwSub" dateTime={time}>
            {clockTime(time, zone)}
          </time>{' '}
          {tagged && (
            <b className="lwTagged">
              {translate('logwave.documents.tagged', { defaultMessage: 'tagged' })}
            </b>
          )}{' '}
          {message}
        </summary>
        <dl>
          <div>
            <dt>_index</dt>
            <dd>{index}</dd>
          </div>
          {fields.map(([field, value]) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );
}
