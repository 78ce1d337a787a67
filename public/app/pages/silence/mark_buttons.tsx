import { EuiButtonEmpty } from '@elastic/eui';
import React from 'react';
import type { ApiSilence } from '../../../../common/api';
import { addDays, type Day } from '../../../../common/time';
import { translate } from '../../../i18n';
import { streamWords } from '../../silence';
import type { NewMark } from './use_marks';

const MUTED_DAYS = 7;

interface MarkButtonsProps {
  readonly row: ApiSilence;
  readonly today: Day;
  readonly isDisabled: boolean;
  readonly onMark: (row: ApiSilence, mark: NewMark) => void;
}

interface Choice {
  readonly text: string;
  readonly mark: NewMark;
}

function choicesOf({ state }: ApiSilence, today: Day): Choice[] {
  if (state === 'recovered') return [];
  if (state === 'gone' || state === 'muted') {
    const text = translate('logwave.silence.watchAgain', { defaultMessage: 'Watch again' });
    return [{ text, mark: { kind: 'back' } }];
  }
  return [
    {
      text: translate('logwave.silence.mute', {
        defaultMessage: 'Mute for {days} days',
        values: { days: MUTED_DAYS },
      }),
      mark: { kind: 'mute', until: addDays(today, MUTED_DAYS) },
    },
    {
      text: translate('logwave.silence.markGone', { defaultMessage: 'Mark as gone' }),
      mark: { kind: 'gone' },
    },
  ];
}

/** The marks that can be set on a row. */
export function MarkButtons({ row, today, isDisabled, onMark }: MarkButtonsProps) {
  const name = `${row.source} ${streamWords(row)}`;
  return (
    <>
      {choicesOf(row, today).map(({ text, mark }) => (
        <EuiButtonEmpty
          key={mark.kind}
          size="xs"
          flush="left"
          isDisabled={isDisabled}
          aria-label={`${text}: ${name}`}
          onClick={() => onMark(row, mark)}
          data-test-subj={`silenceMark-${mark.kind}`}
        >
          {text}
        </EuiButtonEmpty>
      ))}
    </>
  );
}
