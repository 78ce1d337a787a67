import { EuiButton } from '@elastic/eui';
import React from 'react';
import type { Schedule } from '../../../common/api';
import { translate } from '../../i18n';
import { FaultNotice } from '../components';
import { useServices } from '../basics';
import { useKeyRenewal } from './use_key_renewal';

interface ScheduleNoticeProps {
  /** Undefined until it has arrived. */
  readonly schedule: Schedule | undefined;
  readonly onChanged: (schedule: Schedule) => void;
}

function title(): string {
  return translate('logwave.key.title', { defaultMessage: 'The key of the schedule' });
}

/**
 * What a user should do about the key of the schedule, with the button for it; nothing if nothing
 * needs to be done. It also renews the caller's own key.
 */
export function ScheduleNotice({ schedule, onChanged }: ScheduleNoticeProps) {
  const { may } = useServices();
  const { fault, isSending, renew, takeOver } = useKeyRenewal(schedule, onChanged);
  const { warning = null, key = null } = schedule ?? {};
  const isYours = key?.is_yours === true;
  return (
    <>
      {warning !== null && (
        <section
          className="lwNotice"
          role="status"
          aria-label={title()}
          data-test-subj="logwaveKeyNotice"
        >
          <h2>{title()}</h2>
          <p>{warning}</p>
          {may.manage && (
            <EuiButton
              size="s"
              color="text"
              isDisabled={isSending}
              onClick={isYours ? renew : takeOver}
              data-test-subj={isYours ? 'logwaveKeyRenew' : 'logwaveKeyTakeOver'}
            >
              {isYours
                ? translate('logwave.key.renew', { defaultMessage: 'Renew the key' })
                : translate('logwave.key.takeOver', {
                    defaultMessage: 'Turn the schedule on in my name',
                  })}
            </EuiButton>
          )}
        </section>
      )}
      {fault !== undefined && <FaultNotice fault={fault} />}
    </>
  );
}
