import { EuiButton, EuiProgress } from '@elastic/eui';
import React from 'react';
import { translate } from '../../../i18n';
import { useServices } from '../../basics';
import type { FillGaps } from './use_fill_gaps';

interface GapsButtonProps {
  readonly gaps: FillGaps;
  /** Days that need a run. */
  readonly needed: number;
}

/** Fills the gaps of the run history. Meanwhile, it shows its progress and can be canceled. */
export function GapsButton({ gaps, needed }: GapsButtonProps) {
  const { may } = useServices();
  const { state, start, cancel } = gaps;
  if (!may.run) return null;
  if (state === undefined) {
    if (needed === 0) return null;
    return (
      <EuiButton size="s" color="text" onClick={start} data-test-subj="logwaveFillGaps">
        {translate('logwave.month.fill', {
          defaultMessage: '{days, plural, one {Fill gaps, # day} other {Fill gaps, # days}}',
          values: { days: needed },
        })}
      </EuiButton>
    );
  }
  const words = translate('logwave.month.filling', {
    defaultMessage: '{done} of {days, plural, one {# day} other {# days}} analyzed',
    values: { done: state.done, days: state.days },
  });
  return (
    <span className="lwGaps" role="status" data-test-subj="logwaveFilling">
      <EuiProgress value={state.done} max={state.days} size="s" color="subdued" label={words} />
      <EuiButton size="s" color="text" onClick={cancel} isDisabled={state.run === undefined}>
        {translate('logwave.month.cancel', { defaultMessage: 'Cancel' })}
      </EuiButton>
    </span>
  );
}
