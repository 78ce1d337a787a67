import { EuiLink } from '@elastic/eui';
import React, { useState } from 'react';
import type { JudgmentKind } from '../../../../../common/marks';
import { dayAt } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import { useKeys, useServices } from '../../../basics';
import { judgedWords, JudgeDialog, JudgeMark, muteWords } from '../../../judging';
import type { SeriesAnswer } from '../model/series_view';
import { MuteDialog } from './mute_dialog';

interface SeriesJudgingProps {
  readonly answer: SeriesAnswer;
  /** Requests the series again, after a judgment or mute. */
  readonly onChanged: () => void;
}

type Asked = JudgmentKind | 'mute' | 'unmute';

/** The judgment of the finding, by a sign and in words, and the buttons to change it. */
export function SeriesJudging({ answer, onChanged }: SeriesJudgingProps) {
  const { may, storage, now } = useServices();
  const [asked, setAsked] = useState<Asked>();
  const [said, setSaid] = useState('');
  const { head, row } = answer;
  const { source, subtype, name, judgment, mute, finding } = row;
  const series = { source, subtype };
  const isJudgeable = finding !== null || judgment !== null;
  const judge = (kind: JudgmentKind): void => {
    if (may.judge && isJudgeable) setAsked(kind);
  };
  useKeys(
    { e: () => judge('expected'), i: () => judge('incident'), u: () => judge('none') },
    storage,
  );
  const close = (): void => setAsked(undefined);
  const kept = (words: string): void => {
    close();
    setSaid(words);
    onChanged();
  };
  const about = { series, day: head.day, onClose: close, onKept: kept };
  const start = judgment?.judgment ?? 'expected';
  // On paper, an empty line is left out.
  const isUnsaid = judgment === null && mute === null;
  const className = isUnsaid ? 'lwSeriesJudging lwSeriesJudging-none' : 'lwSeriesJudging';
  return (
    <div className={className} data-test-subj="logwaveSeriesJudging">
      {isJudgeable && (
        <span>
          <JudgeMark
            judgment={judgment}
            title={name}
            tabIndex={0}
            onJudge={may.judge ? () => setAsked(start) : undefined}
          />{' '}
          <span aria-hidden>{judgedWords(judgment)}</span>
        </span>
      )}
      {mute !== null && <span data-test-subj="logwaveSeriesMute">{muteWords(mute)}</span>}
      {may.judge && (
        <EuiLink
          onClick={() => setAsked(mute === null ? 'mute' : 'unmute')}
          data-test-subj="logwaveMute"
        >
          {mute === null
            ? translate('logwave.mute.mute', { defaultMessage: 'Mute' })
            : translate('logwave.mute.unmute', { defaultMessage: 'Unmute' })}
        </EuiLink>
      )}
      <span className="lwHidden" role="status">
        {said}
      </span>
      {(asked === 'mute' || asked === 'unmute') && (
        <MuteDialog
          {...about}
          name={name}
          today={dayAt(now().getTime(), head.zone)}
          isBack={asked === 'unmute'}
        />
      )}
      {asked !== undefined && asked !== 'mute' && asked !== 'unmute' && (
        <JudgeDialog
          {...about}
          title={name}
          hours={finding?.hours ?? judgment?.hours ?? []}
          judgment={judgment}
          kind={asked}
        />
      )}
    </div>
  );
}
