import { EuiButton, EuiButtonEmpty, EuiFieldText, EuiSelect } from '@elastic/eui';
import React, { useEffect, useRef, useState, type FormEvent } from 'react';
import { LONGEST_REASON, postMute } from '../../../../../common/api';
import { addDays, type Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import { type ApiFault, type SeriesKey, toFault, useServices } from '../../../basics';
import { FaultNotice } from '../../../components';
import { type MuteDraft, muteRequest, type MuteScope, unmuteRequest } from './mute_request';

/** The default length of a mute. */
const USUAL_DAYS = 7;
const LONGEST_OWNER = 200;

interface MuteDialogProps {
  readonly series: SeriesKey;
  readonly name: string;
  /** The day in view: the first muted day. */
  readonly day: Day;
  readonly today: Day;
  readonly isBack: boolean;
  readonly onClose: () => void;
  /** Receives what was saved, in words. */
  readonly onKept: (words: string) => void;
}

function scopeTexts({ source }: SeriesKey, name: string): { value: MuteScope; text: string }[] {
  return [
    { value: 'series', text: name },
    {
      value: 'source',
      text: translate('logwave.mute.source', {
        defaultMessage: 'All series of {source}',
        values: { source },
      }),
    },
    { value: 'all', text: translate('logwave.mute.all', { defaultMessage: 'Everything' }) },
  ];
}

function titleOf(isBack: boolean, name: string): string {
  return isBack
    ? translate('logwave.mute.backTitle', { defaultMessage: 'Unmute {name}', values: { name } })
    : translate('logwave.mute.title', { defaultMessage: 'Mute {name}', values: { name } });
}

function effectWords(isBack: boolean): string {
  return isBack
    ? translate('logwave.mute.backEffect', {
        defaultMessage: 'This lifts only the mute that you choose. A wider mute stays in effect.',
      })
    : translate('logwave.mute.effect', {
        defaultMessage:
          'Muted findings stay listed in gray. Logwave stores them but does not tag or send them.',
      });
}

interface FieldsProps {
  readonly draft: MuteDraft;
  readonly earliest: Day;
  readonly onChange: (part: Partial<MuteDraft>) => void;
}

/** The reason, the end, and who is responsible. */
function Fields({ draft, earliest, onChange }: FieldsProps) {
  const reason = translate('logwave.mute.reason', { defaultMessage: 'Reason' });
  const owner = translate('logwave.mute.owner', { defaultMessage: 'Owner, if not you' });
  return (
    <>
      <EuiFieldText
        compressed
        fullWidth
        required
        maxLength={LONGEST_REASON}
        prepend={reason}
        aria-label={reason}
        value={draft.reason}
        onChange={({ target }) => onChange({ reason: target.value })}
        data-test-subj="logwaveMuteReason"
      />
      <label>
        {translate('logwave.mute.end', { defaultMessage: 'Muted until' })}{' '}
        <input
          type="date"
          required
          min={earliest}
          value={draft.until}
          onChange={({ target }) => target.value !== '' && onChange({ until: target.value })}
          data-test-subj="logwaveMuteUntil"
        />
      </label>
      <EuiFieldText
        compressed
        fullWidth
        maxLength={LONGEST_OWNER}
        prepend={owner}
        aria-label={owner}
        value={draft.owner}
        onChange={({ target }) => onChange({ owner: target.value })}
        data-test-subj="logwaveMuteOwner"
      />
    </>
  );
}

/** Mutes a series, its source or everything until a day, or takes that back. */
export function MuteDialog(props: MuteDialogProps) {
  const { series, name, day, today, isBack, onClose, onKept } = props;
  const { api } = useServices();
  const dialog = useRef<HTMLDialogElement>(null);
  const until = addDays(today, USUAL_DAYS);
  const [draft, setDraft] = useState<MuteDraft>({ scope: 'series', reason: '', owner: '', until });
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<ApiFault>();
  useEffect(() => dialog.current?.showModal(), []);
  const title = titleOf(isBack, name);
  const what = translate('logwave.mute.what', { defaultMessage: 'What' });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setSending(true);
    const body = isBack ? unmuteRequest(series, draft.scope) : muteRequest(series, day, draft);
    api(postMute, { body }, new AbortController().signal).then(
      () => onKept(isBack ? effectBack() : effectKept(draft.until)),
      (error: unknown) => {
        setSending(false);
        setFault(toFault(error));
      },
    );
  };
  return (
    <dialog ref={dialog} className="lwDialog" aria-label={title} onClose={onClose} role="dialog">
      <form onSubmit={send}>
        <h2>{title}</h2>
        <p className="lwSub">{effectWords(isBack)}</p>
        <EuiSelect
          compressed
          fullWidth
          prepend={what}
          aria-label={what}
          value={draft.scope}
          options={scopeTexts(series, name)}
          onChange={({ target }) => setDraft({ ...draft, scope: target.value as MuteScope })}
          data-test-subj="logwaveMuteScope"
        />
        {!isBack && (
          <Fields
            draft={draft}
            earliest={addDays(day, 1)}
            onChange={(part) => setDraft({ ...draft, ...part })}
          />
        )}
        {fault !== undefined && <FaultNotice fault={fault} />}
        <div className="lwDialog-buttons">
          <EuiButton size="s" type="submit" isLoading={isSending} data-test-subj="logwaveMuteKeep">
            {isBack
              ? translate('logwave.mute.unmute', { defaultMessage: 'Unmute' })
              : translate('logwave.mute.mute', { defaultMessage: 'Mute' })}
          </EuiButton>{' '}
          <EuiButtonEmpty size="s" onClick={onClose}>
            {translate('logwave.judge.cancel', { defaultMessage: 'Cancel' })}
          </EuiButtonEmpty>
        </div>
      </form>
    </dialog>
  );
}

function effectBack(): string {
  return translate('logwave.mute.lifted', { defaultMessage: 'The mute is lifted.' });
}

function effectKept(until: Day): string {
  return translate('logwave.mute.kept', {
    defaultMessage: 'Muted until {until}.',
    values: { until },
  });
}
