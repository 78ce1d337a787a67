import { copyToClipboard } from '@elastic/eui';
import React, { useState } from 'react';
import type { UsedSource } from '../../../../../common/api';
import { translate } from '../../../../i18n';
import type { DayWithSilence } from '../load_day';
import { copiedDay } from './copied_day';

interface CopyDayProps {
  readonly answer: DayWithSilence;
  readonly sources: ReadonlyMap<string, UsedSource> | undefined;
}

/** Copies the day as plain text, as the command line prints it, with its link, zone and run. */
export function CopyDay({ answer, sources }: CopyDayProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    const names = [...(sources ?? [])].map(([id, { source }]) => [id, source.name] as const);
    const options = { link: window.location.href, sourceNames: new Map(names) };
    setCopied(copyToClipboard(copiedDay(answer, options)));
  };
  return (
    <button type="button" className="lwLink" onClick={copy} data-test-subj="logwaveCopyDay">
      {isCopied
        ? translate('logwave.copyDay.done', { defaultMessage: 'Copied' })
        : translate('logwave.copyDay.copy', { defaultMessage: 'Copy day' })}
    </button>
  );
}
