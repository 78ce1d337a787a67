import { EuiButtonIcon, EuiDatePicker } from '@elastic/eui';
import moment from 'moment';
import React from 'react';
import { addDays, type Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import { ArrowLeft, ArrowRight } from '../../../components';
import { canPick } from './can_pick';

interface DayPickerProps {
  readonly day: Day;
  /** The present day in the zone. No later day can be picked. */
  readonly today: Day;
  /** Days with logs, oldest first; undefined while they are not known. */
  readonly daysWithLogs: readonly Day[] | undefined;
  readonly onPick: (day: Day) => void;
}

const FORMAT = 'YYYY-MM-DD';

/** The day before, the day after, or any other; days without logs are grayed. */
export function DayPicker({ day, today, daysWithLogs, onPick }: DayPickerProps) {
  const previous = translate('logwave.day.previous', { defaultMessage: 'Previous day' });
  const next = translate('logwave.day.next', { defaultMessage: 'Next day' });
  return (
    <>
      <EuiButtonIcon
        className="lwSquare"
        display="base"
        size="s"
        color="text"
        iconType={ArrowLeft}
        aria-label={previous}
        title={`${previous} ([)`}
        onClick={() => onPick(addDays(day, -1))}
        data-test-subj="logwavePreviousDay"
      />
      <EuiButtonIcon
        className="lwSquare"
        display="base"
        size="s"
        color="text"
        iconType={ArrowRight}
        aria-label={next}
        title={`${next} (])`}
        isDisabled={day >= today}
        onClick={() => onPick(addDays(day, 1))}
        data-test-subj="logwaveNextDay"
      />
      <div className="lwDatePicker" data-test-subj="logwaveDatePicker">
        <EuiDatePicker
          compressed
          preventOpenOnFocus
          selected={moment(day, FORMAT)}
          dateFormat={FORMAT}
          filterDate={(date) => canPick(date.format(FORMAT), today, daysWithLogs)}
          onChange={(date) => date?.isValid() === true && onPick(date.format(FORMAT))}
          aria-label={translate('logwave.day.choose', { defaultMessage: 'Choose day' })}
          popoverPlacement="downLeft"
        />
      </div>
    </>
  );
}
