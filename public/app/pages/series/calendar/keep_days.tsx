import { EuiButton, EuiLink } from '@elastic/eui';
import React from 'react';
import type { Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import { useServices } from '../../../basics';
import { FaultNotice } from '../../../components';
import { shortDay } from '../../../words';
import { areSameDays } from '../model/omitted_days';
import type { KeptDays } from './use_kept_days';

interface KeepDaysProps {
  readonly kept: KeptDays;
  /** The days that are left out now, and those that the run left out. */
  readonly omitted: readonly Day[];
  readonly omittedByRun: readonly Day[];
  readonly onOmit: (days: readonly Day[]) => void;
}

/** The effect of the saved days on the next run. */
function keptWords(days: readonly Day[]): string {
  if (days.length === 0) {
    return translate('logwave.days.keptNone', {
      defaultMessage: 'Saved. The next run learns from all days.',
    });
  }
  return translate('logwave.days.kept', {
    defaultMessage: 'Saved. The next run learns without {days}.',
    values: { days: days.map(shortDay).join(', ') },
  });
}

function MayNot() {
  const { isManageOfSpace } = useServices();
  return (
    <span className="lwSub" data-test-subj="logwaveMayNotKeep">
      {isManageOfSpace
        ? translate('logwave.days.mayNotHere', {
            defaultMessage:
              'To save this, you need the privilege “Logwave settings” in all spaces.',
          })
        : translate('logwave.days.mayNot', {
            defaultMessage:
              'To save this, ask an administrator for the privilege “Logwave settings”.',
          })}
    </span>
  );
}

function Action(props: {
  readonly name: string;
  readonly text: string;
  readonly onClick: () => void;
}) {
  return (
    <EuiLink onClick={props.onClick} data-test-subj={props.name}>
      {props.text}
    </EuiLink>
  );
}

/** Shown if a day is used again that is left out for more than this series. */
function OfEverySeries({ days }: { readonly days: readonly Day[] }) {
  return (
    <span className="lwSub" data-test-subj="logwaveOutageHere">
      {translate('logwave.days.ofEvery', {
        defaultMessage:
          '{days}: left out for every series of the source. You can change that on the page of the month.',
        values: { days: days.map(shortDay).join(', ') },
      })}
    </span>
  );
}

/** Saves the left-out days for future runs, or goes back to those of the run. */
export function KeepDays({ kept, omitted, omittedByRun, onOmit }: KeepDaysProps) {
  const { may } = useServices();
  const { stored = omittedByRun, outages, isKept, isSaving, fault, keep } = kept;
  const usedAgain = outages.filter((day) => !omitted.includes(day));
  const isStored = areSameDays([...omitted, ...usedAgain], stored);
  const isOfRun = areSameDays(omitted, omittedByRun);
  const hasOtherStored = !areSameDays(stored, omittedByRun);
  return (
    <div className="lwKeep">
      {!isStored && !isOfRun && may.manage && (
        <EuiButton
          size="s"
          color="text"
          isLoading={isSaving}
          onClick={() => keep(omitted)}
          data-test-subj="logwaveKeepDays"
        >
          {translate('logwave.days.keep', { defaultMessage: 'Save for this series' })}
        </EuiButton>
      )}
      {!isStored && !isOfRun && !may.manage && <MayNot />}
      {usedAgain.length > 0 && <OfEverySeries days={usedAgain} />}
      <span role="status" data-test-subj="logwaveKept">
        {(hasOtherStored || isKept) && keptWords(stored)}
      </span>
      {hasOtherStored && !isStored && (
        <Action
          name="logwaveShowKept"
          text={translate('logwave.days.showKept', {
            defaultMessage: 'Show the verdict with the saved days',
          })}
          onClick={() => onOmit(stored)}
        />
      )}
      {!isOfRun && (
        <Action
          name="logwaveResetDays"
          text={translate('logwave.days.reset', { defaultMessage: 'Reset to this run' })}
          onClick={() => onOmit(omittedByRun)}
        />
      )}
      {fault !== undefined && <FaultNotice fault={fault} />}
    </div>
  );
}
