import React from 'react';
import type { Source } from '../../../../../common/sources';
import { translate } from '../../../../i18n';
import { useServices } from '../../../basics';
import { FaultNotice } from '../../../components';
import { Section } from '../form/section';
import { CalendarForm } from './calendar_form';
import { CalendarTable } from './calendar_table';
import { useCalendars } from './use_calendars';

interface CalendarsSectionProps {
  readonly known: readonly Source[];
}

/** Days that are known beforehand: the saved calendars, and a form that adds one. */
export function CalendarsSection({ known }: CalendarsSectionProps) {
  const { may } = useServices();
  const { remote, calendars, addFault, removeFault, isSending, add, remove } = useCalendars();
  return (
    <Section
      title={translate('logwave.calendars.title', { defaultMessage: 'Calendars' })}
      lead={translate('logwave.calendars.lead', {
        defaultMessage:
          'Holidays, patch days and maintenance windows. Changes take effect with the next run.',
      })}
    >
      {remote.fault !== undefined && <FaultNotice fault={remote.fault} onRetry={remote.reload} />}
      {calendars?.length === 0 && (
        <p data-test-subj="logwaveNoCalendars">
          {translate('logwave.calendars.none', { defaultMessage: 'There is no calendar.' })}
        </p>
      )}
      {calendars !== undefined && calendars.length > 0 && (
        <CalendarTable
          calendars={calendars}
          known={known}
          isSending={isSending}
          onRemove={may.manage ? remove : undefined}
        />
      )}
      {removeFault !== undefined && <FaultNotice fault={removeFault} />}
      {may.manage && (
        <CalendarForm
          known={known.filter(({ enabled }) => enabled)}
          names={(calendars ?? []).map(({ name }) => name)}
          fault={addFault}
          isSending={isSending}
          onAdd={add}
        />
      )}
    </Section>
  );
}
