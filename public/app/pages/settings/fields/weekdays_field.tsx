import React from 'react';
import { WEEKDAYS, type Weekday } from '../../../../../common/settings';
import { weekdayWords } from '../../../../../common/waveform/words';
import { inOrder } from '../draft/in_order';
import { Choices } from './choices';

interface WeekdaysFieldProps {
  /** Names the field among the settings. */
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly weekdays: readonly Weekday[];
  readonly fault: string | undefined;
  readonly onChange: (weekdays: readonly Weekday[]) => void;
}

const OPTIONS = inOrder(WEEKDAYS).map(
  (weekday) => [weekday, weekdayWords(WEEKDAYS.indexOf(weekday))] as const,
);

/** Some days of the week. */
export function WeekdaysField({ name, weekdays, ...rest }: WeekdaysFieldProps) {
  return <Choices name={`logwaveSetting-${name}`} options={OPTIONS} chosen={weekdays} {...rest} />;
}
