import React from 'react';
import { translate } from '../../../../i18n';
import { FaultNotice } from '../../../components';
import { ScheduleNotice } from '../../../schedule';
import { useServices } from '../../../basics';
import { Section } from '../form/section';
import { ScheduleForm } from './schedule_form';
import { keyWords } from './key_words';
import { scheduleWords } from './schedule_words';
import { useSchedule } from './use_schedule';

interface ScheduleSectionProps {
  /** The zone of the times in the text. */
  readonly zone: string;
  /** Whether no login is required. */
  readonly isOpenToAll: boolean;
}

/** Whether days are analyzed automatically, how often, and whether they are tagged then. */
export function ScheduleSection({ zone, isOpenToAll }: ScheduleSectionProps) {
  const { may } = useServices();
  const { schedule, readFault, changeFault, isSending, put, switchOff, show, reload } =
    useSchedule();
  const outcome = schedule?.last_run?.outcome;
  const isFailing = schedule?.enabled === true && (outcome === 'failed' || outcome === 'refused');
  // The obstacle is described above. A button would only be refused.
  const canChange = may.manage && (schedule?.enabled === true || schedule?.obstacles.length === 0);
  return (
    <Section
      title={translate('logwave.settings.schedule', { defaultMessage: 'Schedule and tagging' })}
    >
      {readFault !== undefined && <FaultNotice fault={readFault} onRetry={reload} />}
      {schedule !== undefined && (
        <>
          <p
            role={isFailing ? 'alert' : 'status'}
            className={isFailing ? 'lwStrong' : ''}
            data-test-subj="logwaveScheduleStatus"
          >
            {scheduleWords(schedule, zone)}
          </p>
          {schedule.key !== null && (
            <p data-test-subj="logwaveScheduleKey">{keyWords(schedule, zone)}</p>
          )}
          <ScheduleNotice schedule={schedule} onChanged={show} />
          {schedule.obstacles.map((obstacle) => (
            <p key={obstacle} data-test-subj="logwaveScheduleObstacle">
              {obstacle}
            </p>
          ))}
          {changeFault !== undefined && <FaultNotice fault={changeFault} />}
          {canChange && (
            <ScheduleForm
              key={`${schedule.enabled} ${schedule.interval} ${schedule.tag}`}
              schedule={schedule}
              isOpenToAll={isOpenToAll}
              isSending={isSending}
              onPut={put}
              onOff={switchOff}
            />
          )}
        </>
      )}
    </Section>
  );
}
