import { translate } from '../../i18n';
import type { KeyRow } from './keys_help';

function judgingRows(): readonly KeyRow[] {
  return [
    ['e  i', translate('logwave.keys.judge', { defaultMessage: 'expected, incident' })],
    ['u', translate('logwave.keys.unjudge', { defaultMessage: 'remove a judgment' })],
  ];
}

/** What single keys do on each page, for its list of them. */
export const KEY_ROWS = {
  day: (): readonly KeyRow[] => [
    ['/', translate('logwave.keys.filter', { defaultMessage: 'filter series' })],
    ['j  k', translate('logwave.keys.rows', { defaultMessage: 'next and previous row' })],
    ['o', translate('logwave.keys.open', { defaultMessage: 'open the row' })],
    ['d', translate('logwave.keys.documents', { defaultMessage: 'documents of the row' })],
    ...judgingRows(),
    ['←  →', translate('logwave.keys.hours', { defaultMessage: 'hour by hour through all rows' })],
    ['[  ]', translate('logwave.keys.days', { defaultMessage: 'previous and next day' })],
    ['Esc', translate('logwave.keys.noHour', { defaultMessage: 'clear the hour' })],
  ],
  series: (): readonly KeyRow[] => [
    ['j  k', translate('logwave.keys.series', { defaultMessage: 'next and previous series' })],
    ...judgingRows(),
    ['←  →', translate('logwave.keys.chartHours', { defaultMessage: 'hour by hour' })],
    ['[  ]', translate('logwave.keys.days', { defaultMessage: 'previous and next day' })],
    ['Esc', translate('logwave.keys.toDay', { defaultMessage: 'back to the day' })],
  ],
  month: (): readonly KeyRow[] => [
    ['/', translate('logwave.keys.filter', { defaultMessage: 'filter series' })],
    ['[  ]', translate('logwave.keys.months', { defaultMessage: '31 days earlier and later' })],
    [
      '←  →',
      translate('logwave.keys.rowDays', { defaultMessage: 'day by day, on the name of a series' }),
    ],
    ['↑  ↓', translate('logwave.keys.monthRows', { defaultMessage: 'row by row' })],
    ['Enter', translate('logwave.keys.openDay', { defaultMessage: 'open the series on that day' })],
  ],
  documents: (): readonly KeyRow[] => [
    ['Esc', translate('logwave.keys.toDay', { defaultMessage: 'back to the day' })],
  ],
  settings: (): readonly KeyRow[] => [],
  silence: (): readonly KeyRow[] => [],
  notFound: (): readonly KeyRow[] => [],
} as const;
