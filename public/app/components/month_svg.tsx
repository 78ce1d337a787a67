import React, { memo, type MouseEvent } from 'react';
import type { LedgerDay } from '../../../common/api';
import {
  dayBox,
  knownLine,
  monthBars,
  type MonthInk,
  type MonthRowShape,
  type MonthScale,
  unknownDaysHatch,
  weekRules,
} from '../../../common/charts';

interface MonthSvgProps {
  readonly ink: MonthInk;
  readonly days: readonly Pick<LedgerDay, 'day' | 'state' | 'hours_known'>[];
  readonly shape: MonthRowShape;
  readonly scale: MonthScale;
  /** What is drawn, in words. */
  readonly label: string;
  /** The place of a day with a box around it. */
  readonly boxed: number | undefined;
  /** Whether days without a result are hatched. */
  readonly isHatched?: boolean;
  readonly onPick: (place: number) => void;
}

/** 31 days of a series: only hours that left their usual range are drawn. */
export const MonthSvg = memo(function MonthSvg(props: MonthSvgProps) {
  const { ink, days, shape, scale, label, boxed, isHatched = false, onPick } = props;
  const { flagged, quiet } = monthBars(ink, shape, scale);
  const pick = (event: MouseEvent<SVGSVGElement>): void => {
    const { left } = event.currentTarget.getBoundingClientRect();
    onPick(scale.dayAt(event.clientX - left));
  };
  return (
    <svg
      className="lwMonthSvg"
      width={scale.width}
      height={shape.height}
      role="img"
      aria-label={label}
      onClick={pick}
    >
      <path className="lwGrid" d={weekRules(days, shape.height, scale)} />
      <path className="lwMonthBase" d={knownLine(days, shape.base, scale)} />
      {isHatched && <path className="lwHatch" d={unknownDaysHatch(days, shape, scale)} />}
      <path className="lwMonthQuiet" d={quiet} />
      <path className="lwFlagDot" d={flagged} />
      {boxed !== undefined && (
        <path
          className="lwMonthCursor"
          d={dayBox(boxed, shape.height, scale)}
          data-test-subj="logwaveMonthCursor"
        />
      )}
    </svg>
  );
});
