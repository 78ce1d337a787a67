import { EuiButton, EuiSwitch } from '@elastic/eui';
import React, { useState } from 'react';
import { chosenInterval, type Schedule } from '../../../../../common/api';
import { translate } from '../../../../i18n';
import { useServices } from '../../../basics';
import { TextField } from '../fields/text_field';

interface ScheduleFormProps {
  readonly schedule: Schedule;
  /** Whether no login is required. Then everybody sees tags. */
  readonly isOpenToAll: boolean;
  readonly isSending: boolean;
  readonly onPut: (wished: { readonly interval: string; readonly tag: boolean }) => void;
  readonly onOff: () => void;
}

function intervalFault(text: string): string | undefined {
  if (chosenInterval.safeParse(text).success) return undefined;
  return translate('logwave.schedule.intervalFault', {
    defaultMessage: 'Enter a number with m, h or d between 5m and 7d, such as 1h.',
  });
}

function TagChoice(props: {
  readonly tag: boolean;
  readonly isOpenToAll: boolean;
  readonly onChange: (tag: boolean) => void;
}) {
  const { may } = useServices();
  if (!may.tag) {
    return (
      <p className="lwSub" data-test-subj="logwaveScheduleMayNotTag">
        {translate('logwave.schedule.mayNotTag', {
          defaultMessage:
            'To let the schedule tag, ask an administrator for the privilege “Logwave tagging”.',
        })}
      </p>
    );
  }
  return (
    <div>
      <EuiSwitch
        compressed
        label={translate('logwave.schedule.tag', {
          defaultMessage: 'Tag the documents of flagged hours',
        })}
        checked={props.tag}
        onChange={({ target }) => props.onChange(target.checked)}
        data-test-subj="logwaveScheduleTag"
      />
      {props.isOpenToAll && (
        <p className="lwSub">
          {translate('logwave.schedule.openToAll', {
            defaultMessage:
              'This host has no login, so anyone can turn the schedule on. It stays off until someone does.',
          })}
        </p>
      )}
    </div>
  );
}

/** How often the schedule runs, whether it tags, and the buttons, which act at once. */
export function ScheduleForm(props: ScheduleFormProps) {
  const { schedule, isOpenToAll, isSending, onPut, onOff } = props;
  const [interval, setInterval] = useState(schedule.interval);
  const [tag, setTag] = useState(schedule.tag);
  const fault = intervalFault(interval);
  const isSame = schedule.enabled && interval === schedule.interval && tag === schedule.tag;
  return (
    <>
      <div className="lwForm">
        <TextField
          label={translate('logwave.schedule.interval', { defaultMessage: 'Every' })}
          help={translate('logwave.schedule.intervalHelp', {
            defaultMessage: 'A number with m, h or d between 5m and 7d, such as 1h.',
          })}
          value={interval}
          maxLength={6}
          fault={fault}
          onChange={setInterval}
          data-test-subj="logwaveScheduleInterval"
        />
        <TagChoice tag={tag} isOpenToAll={isOpenToAll} onChange={setTag} />
      </div>
      <div className="lwButtons">
        <EuiButton
          size="s"
          color="text"
          isDisabled={fault !== undefined || isSame || isSending}
          onClick={() => onPut({ interval, tag })}
          data-test-subj="logwaveScheduleOn"
        >
          {schedule.enabled
            ? translate('logwave.schedule.change', { defaultMessage: 'Change schedule' })
            : translate('logwave.schedule.switchOn', { defaultMessage: 'Turn on' })}
        </EuiButton>
        {schedule.enabled && (
          <EuiButton
            size="s"
            color="text"
            isDisabled={isSending}
            onClick={onOff}
            data-test-subj="logwaveScheduleOff"
          >
            {translate('logwave.schedule.switchOff', { defaultMessage: 'Turn off' })}
          </EuiButton>
        )}
      </div>
    </>
  );
}
