import React, { memo } from 'react';
import { STRIP_DAYS } from '../../../common/api';
import type { Day } from '../../../common/time';
import { translate } from '../../i18n';
import { dayStrip } from '../../../common/charts';

interface DayStripSvgProps {
  /** The day in view. */
  readonly last: Day;
  readonly flagged: readonly Day[];
  /** Indices of days without a result, 0 to 30; undefined while they are not known. */
  readonly unknown: ReadonlySet<number> | undefined;
  readonly height: number;
}

const BELOW_MIDDLE = 4;

/** 31 ticks, one a day: was this series unusual before? */
export const DayStripSvg = memo(function DayStripSvg(props: DayStripSvgProps) {
  const { last, flagged, unknown, height } = props;
  const strip = dayStrip(last, flagged, unknown, height / 2 + BELOW_MIDDLE);
  const values = { count: strip.count, days: STRIP_DAYS, unknown: unknown?.size ?? 0 };
  const label =
    values.unknown === 0
      ? translate('logwave.row.strip', {
          defaultMessage: 'unusual on {count} of {days} days',
          values,
        })
      : translate('logwave.row.stripUnknown', {
          defaultMessage: 'unusual on {count} of {days} days, {unknown} without a result',
          values,
        });
  return (
    <svg className="lwStrip" width={strip.width} height={height} role="img" aria-label={label}>
      {strip.hatch !== '' && <path className="lwStripHatch" d={strip.hatch} />}
      <path className="lwAxisLine" d={strip.quiet} />
      {strip.flagged !== '' && <path className="lwFlagDot" d={strip.flagged} />}
    </svg>
  );
});
