import { EuiButton, EuiCheckbox, EuiFieldText, EuiFormRow } from '@elastic/eui';
import React, { useState } from 'react';
import { deleteSchedule } from '../../../../common/api/delete_schedule';
import { getSchedule, type Schedule } from '../../../../common/api/get_schedule';
import { putSchedule } from '../../../../common/api/put_schedule';
import { translate } from '../../../i18n';
import { toFault, type ApiFault } from '../../api_fault';
import { FaultNotice } from '../../components/fault_notice';
import { useRemote } from '../../remote';
import { useServices } from '../../services';
import { momentWords } from '../../words/day_words';
import { Section } from './section';

interface ScheduleSectionProps {
  readonly zone: string;
}

function statusWords(schedule: Schedule, zone: string): string {
  const { enabled, interval, tag, user, last_run: last } = schedule;
  if (!enabled) {
    return translate('logwave.schedule.off', {
      defaultMessage: 'Off: a day is analysed only when somebody asks for it.',
    });
  }
  const on = translate('logwave.schedule.on', {
    defaultMessage: 'On, every {interval}{user}{tag}.',
    values: {
      interval,
      user: user === null ? '' : `, ${user}`,
      tag: tag ? translate('logwave.schedule.tags', { defaultMessage: ', with tagging' }) : '',
    },
  });
  if (last === null) return on;
  return `${on} ${translate('logwave.schedule.last', {
    defaultMessage: 'Last run {moment}: {words}.',
    values: { moment: momentWords(last.at, zone), words: last.words },
  })}`;
}

/** Whether days are analysed by themselves, how often, and whether they are tagged then. */
export function ScheduleSection({ zone }: ScheduleSectionProps) {
  const { api, may } = useServices();
  const remote = useRemote('schedule', (signal) => api(getSchedule, {}, signal));
  const [interval, setInterval] = useState<string>();
  const [tag, setTag] = useState<boolean>();
  const [fault, setFault] = useState<ApiFault>();
  const schedule = remote.data;
  if (schedule === undefined) return null;
  const send = (work: Promise<Schedule>): void => {
    setFault(undefined);
    work.then(remote.reload, (error: unknown) => setFault(toFault(error)));
  };
  const wished = { interval: interval ?? schedule.interval, tag: tag ?? schedule.tag };
  const { signal } = new AbortController();
  return (
    <Section title={translate('logwave.settings.schedule', { defaultMessage: 'Schedule' })}>
      <p data-test-subj="logwaveScheduleStatus">{statusWords(schedule, zone)}</p>
      {schedule.obstacles.map((obstacle) => (
        <p key={obstacle}>{obstacle}</p>
      ))}
      {fault !== undefined && <FaultNotice fault={fault} />}
      {may.manage && (
        <div className="lwForm">
          <EuiFormRow
            label={translate('logwave.schedule.interval', { defaultMessage: 'Every' })}
            helpText={translate('logwave.schedule.intervalHelp', {
              defaultMessage: 'A number with m, h or d, such as 1h.',
            })}
            display="rowCompressed"
          >
            <EuiFieldText
              compressed
              maxLength={6}
              value={wished.interval}
              onChange={({ target }) => setInterval(target.value)}
            />
          </EuiFormRow>
          <EuiCheckbox
            id="logwaveScheduleTag"
            label={translate('logwave.schedule.tag', {
              defaultMessage: 'Tag the documents of unusual hours',
            })}
            checked={wished.tag}
            disabled={!may.tag}
            onChange={({ target }) => setTag(target.checked)}
          />
          <div className="lwButtons">
            <EuiButton
              size="s"
              color="text"
              onClick={() => send(api(putSchedule, { body: wished }, signal))}
              data-test-subj="logwaveScheduleOn"
            >
              {schedule.enabled
                ? translate('logwave.schedule.change', { defaultMessage: 'Change schedule' })
                : translate('logwave.schedule.switchOn', { defaultMessage: 'Switch on' })}
            </EuiButton>
            {schedule.enabled && (
              <EuiButton
                size="s"
                color="text"
                onClick={() => send(api(deleteSchedule, {}, signal))}
                data-test-subj="logwaveScheduleOff"
              >
                {translate('logwave.schedule.switchOff', { defaultMessage: 'Switch off' })}
              </EuiButton>
            )}
          </div>
        </div>
      )}
    </Section>
  );
}
