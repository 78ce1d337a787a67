import { copyToClipboard } from '@elastic/eui';
import React, { useState } from 'react';
import type { UsedSource } from '../../../../../common/api';
import { dayReport, reportText } from '../../../../../common/report';
import { translate } from '../../../../i18n';
import type { DayAnswer } from '../../../rows';

interface CopyDayProps {
  readonly answer: DayAnswer;
  readonly sources: ReadonlyMap<string, UsedSource> | undefined;
}

/** Copies the day as plain text, as the command line prints it, with its link, zone and run. */
export function CopyDay({ answer, sources }: CopyDayProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    const names = [...(sources ?? [])].map(([id, { source }]) => [id, source.name] as const);
    const report = dayReport(answer, { link: window.location.href, sourceNames: new Map(names) });
    setCopied(copyToClipboard(reportText(report)));
  };
  return (
    <button type="button" className="lwLink" onClick={copy} data-test-subj="logwaveCopyDay">
      {isCopied
        ? translate('logwave.copyDay.done', { defaultMessage: 'Copied' })
        : translate('logwave.copyDay.copy', { defaultMessage: 'Copy day' })}
    </button>
  );
}
