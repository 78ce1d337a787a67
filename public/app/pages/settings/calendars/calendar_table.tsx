import { EuiConfirmModal, EuiLink } from '@elastic/eui';
import React, { useState } from 'react';
import type { ApiCalendar } from '../../../../../common/api';
import { translate } from '../../../../i18n';
import { asSentence } from '../../../words';
import { comingWords, meansWords, nextWords, sourcesWords } from './calendar_words';

/** How many of its next days are listed. */
const SHOWN_DAYS = 3;

interface CalendarTableProps {
  readonly calendars: readonly ApiCalendar[];
  readonly known: readonly { readonly id: string; readonly name: string }[];
  readonly isSending: boolean;
  /** Undefined if the reader may not remove any. */
  readonly onRemove: ((name: string) => void) | undefined;
}

/** Its next days, or why it is not used. */
function Days({ calendar: { coming, next, fault } }: { readonly calendar: ApiCalendar }) {
  if (fault !== null) {
    const notUsed = translate('logwave.calendars.notUsed', { defaultMessage: 'Not used.' });
    return (
      <b>
        {notUsed} {asSentence(fault)}
      </b>
    );
  }
  return (
    <>
      {comingWords(coming)}
      {next.slice(0, SHOWN_DAYS).map((one) => (
        <div key={nextWords(one)} className="lwSub">
          {nextWords(one)}
        </div>
      ))}
    </>
  );
}

interface ConfirmProps {
  readonly name: string;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** Asks before a calendar is removed. */
function Confirm({ name, onCancel, onConfirm }: ConfirmProps) {
  const title = translate('logwave.calendars.confirmTitle', {
    defaultMessage: 'Remove the calendar {name}?',
    values: { name },
  });
  return (
    <EuiConfirmModal
      title={title}
      role="dialog"
      aria-modal="true"
      aria-label={title}
      cancelButtonText={translate('logwave.calendars.keepIt', { defaultMessage: 'Keep it' })}
      confirmButtonText={translate('logwave.calendars.remove', { defaultMessage: 'Remove' })}
      buttonColor="danger"
      onCancel={onCancel}
      onConfirm={onConfirm}
      data-test-subj="logwaveCalendarConfirm"
    >
      <p>
        {translate('logwave.calendars.confirmWords', {
          defaultMessage:
            'The next run does not use it. Days that were analyzed keep their result until they are analyzed again.',
        })}
      </p>
    </EuiConfirmModal>
  );
}

/** The saved calendars. */
export function CalendarTable({ calendars, known, isSending, onRemove }: CalendarTableProps) {
  const [toRemove, setToRemove] = useState<string>();
  const removeWords = translate('logwave.calendars.remove', { defaultMessage: 'Remove' });
  return (
    <>
      <table className="lwPlain" data-test-subj="logwaveCalendars">
        <thead>
          <tr>
            <th scope="col">
              {translate('logwave.calendars.calendar', { defaultMessage: 'Calendar' })}
            </th>
            <th scope="col">
              {translate('logwave.calendars.means', { defaultMessage: 'Its days are' })}
            </th>
            <th scope="col">
              {translate('logwave.calendars.next', { defaultMessage: 'Next days' })}
            </th>
            {onRemove !== undefined && (
              <th scope="col" className="lwPlain-action">
                <span className="lwHidden">
                  {translate('logwave.calendars.action', { defaultMessage: 'Action' })}
                </span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {calendars.map((calendar) => {
            const { name, means, sources } = calendar;
            return (
              <tr key={name} data-test-subj={`logwaveCalendar-${name}`}>
                <th scope="row">
                  {name}
                  <div className="lwSub">{sourcesWords(sources, known)}</div>
                </th>
                <td>{meansWords(means)}</td>
                <td>
                  <Days calendar={calendar} />
                </td>
                {onRemove !== undefined && (
                  <td className="lwPlain-action">
                    <EuiLink
                      disabled={isSending}
                      aria-label={`${removeWords}, ${name}`}
                      onClick={() => setToRemove(name)}
                      data-test-subj={`logwaveCalendarRemove-${name}`}
                    >
                      {removeWords}
                    </EuiLink>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {toRemove !== undefined && onRemove !== undefined && (
        <Confirm
          name={toRemove}
          onCancel={() => setToRemove(undefined)}
          onConfirm={() => {
            setToRemove(undefined);
            onRemove(toRemove);
          }}
        />
      )}
    </>
  );
}
