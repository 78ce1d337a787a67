import { EuiButton, EuiButtonEmpty, EuiSelect, EuiTextArea } from '@elastic/eui';
import React, { useEffect, useRef, useState } from 'react';
import {
  type ApiJudgment,
  type NewJudgment,
  postJudgment,
  previewJudgment,
} from '../../../common/api';
import { defaultUntil, type JudgmentKind, LONGEST_NOTE, type Repeats } from '../../../common/marks';
import { addDays, type Day, weekdayOf } from '../../../common/time';
import { weekdayWords } from '../../../common/waveform/words';
import { translate } from '../../i18n';
import { type ApiFault, type SeriesKey, toFault, useRemote, useServices } from '../basics';
import { FaultNotice } from '../components';
import { hoursWords, longDay } from '../words';
import { kindWords } from './judge_words';

/** What is to be judged. */
export interface ToJudge {
  readonly series: SeriesKey;
  readonly title: string;
  readonly day: Day;
  readonly hours: readonly number[];
  readonly judgment: ApiJudgment | null;
  /** What is chosen to begin with. */
  readonly kind: JudgmentKind;
}

interface JudgeDialogProps extends ToJudge {
  readonly onClose: () => void;
  /** Receives what was saved, in words. */
  readonly onKept: (words: string) => void;
}

const KINDS: readonly JudgmentKind[] = ['expected', 'incident', 'none'];

function repeatTexts(day: Day): { value: Repeats; text: string }[] {
  const values = { weekday: weekdayWords(weekdayOf(day)) };
  return [
    { value: 'once', text: longDay(day) },
    {
      value: 'weekday',
      text: translate('logwave.judge.weekday', { defaultMessage: 'Every {weekday}', values }),
    },
    { value: 'daily', text: translate('logwave.judge.daily', { defaultMessage: 'Every day' }) },
  ];
}

/** The sentence of the preview, before anything is saved. */
function Replay({ body }: { readonly body: NewJudgment }) {
  const { api } = useServices();
  const { data, fault } = useRemote(JSON.stringify(body), (signal) =>
    api(previewJudgment, { body }, signal),
  );
  if (fault !== undefined) return <FaultNotice fault={fault} />;
  return (
    <p role="status" data-test-subj="logwaveReplay">
      {data?.words ??
        translate('logwave.judge.replaying', { defaultMessage: 'Checking the last days …' })}
    </p>
  );
}

/** Asks for a judgment: which one, for which days, until when, and why; and shows its effect. */
export function JudgeDialog(props: JudgeDialogProps) {
  const { series, title, day, hours, judgment, onClose, onKept } = props;
  const { api } = useServices();
  const dialog = useRef<HTMLDialogElement>(null);
  const [kind, setKind] = useState(props.kind);
  const [repeats, setRepeats] = useState<Repeats>(judgment?.repeats ?? 'once');
  const [until, setUntil] = useState(judgment?.until ?? defaultUntil(day));
  const [note, setNote] = useState(judgment?.note ?? '');
  const [isSaving, setSaving] = useState(false);
  const [fault, setFault] = useState<ApiFault>();
  useEffect(() => dialog.current?.showModal(), []);
  const isExpected = kind === 'expected';
  const what = { ...series, day, judgment: kind };
  const body: NewJudgment = {
    ...what,
    ...(kind !== 'none' && { hours: [...hours] }),
    ...(isExpected && { repeats, until }),
  };
  const keep = (): void => {
    setSaving(true);
    const { signal } = new AbortController();
    api(postJudgment, { body: { ...body, note } }, signal).then(
      () => {
        // The browser gives the focus back to what had it, which it does not do for a removed dialog.
        dialog.current?.close();
        onKept(`${title}: ${kindWords(kind)}.`);
      },
      (error: unknown) => {
        setSaving(false);
        setFault(toFault(error));
      },
    );
  };
  const repeatLabel = translate('logwave.judge.repeats', { defaultMessage: 'These hours of' });
  const untilLabel = translate('logwave.judge.until', { defaultMessage: 'Until' });
  const noteLabel = translate('logwave.judge.note', { defaultMessage: 'Note' });
  return (
    <dialog ref={dialog} className="lwDialog" aria-label={title} onClose={onClose} role="dialog">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <h2>{title}</h2>
        <p className="lwSub">
          {longDay(day)}, {hoursWords(hours)}
        </p>
        <p>
          {KINDS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="lwKind"
                checked={kind === one}
                onChange={() => setKind(one)}
                data-test-subj={`logwaveKind-${one}`}
              />{' '}
              {kindWords(one)}
            </label>
          ))}
        </p>
        {isExpected && (
          <>
            <EuiSelect
              compressed
              fullWidth
              prepend={repeatLabel}
              aria-label={repeatLabel}
              value={repeats}
              options={repeatTexts(day)}
              onChange={({ target }) => setRepeats(target.value as Repeats)}
              data-test-subj="logwaveRepeats"
            />
            <label>
              {untilLabel}{' '}
              <input
                type="date"
                required
                min={addDays(day, 1)}
                value={until}
                onChange={({ target }) => target.value !== '' && setUntil(target.value)}
                data-test-subj="logwaveUntil"
              />
            </label>
          </>
        )}
        <EuiTextArea
          compressed
          fullWidth
          rows={2}
          maxLength={LONGEST_NOTE}
          placeholder={noteLabel}
          aria-label={noteLabel}
          value={note}
          onChange={({ target }) => setNote(target.value)}
          data-test-subj="logwaveNote"
        />
        <Replay body={body} />
        {fault !== undefined && <FaultNotice fault={fault} />}
        <EuiButton size="s" type="submit" isLoading={isSaving} data-test-subj="logwaveKeep">
          {translate('logwave.judge.keep', { defaultMessage: 'Save' })}
        </EuiButton>{' '}
        <EuiButtonEmpty size="s" onClick={onClose}>
          {translate('logwave.judge.cancel', { defaultMessage: 'Cancel' })}
        </EuiButtonEmpty>
      </form>
    </dialog>
  );
}
