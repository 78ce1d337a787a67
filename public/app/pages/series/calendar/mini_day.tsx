import React, { memo } from 'react';
import {
  countScale,
  existingHours,
  hatchPath,
  hourScale,
  linePath,
  px,
} from '../../../../../common/charts';
import type { Hours } from '../model/series_view';

interface MiniDayProps {
  readonly counts: Hours;
  readonly lengths: readonly number[];
  /** The count at the top of every frame. */
  readonly top: number;
  readonly isHatched: boolean;
  readonly flagged: readonly number[];
}

const WIDTH = 57;
const HEIGHT = 34;
const BELOW = 2;
const ABOVE = 2;
const DOT = 2;
const x = hourScale(WIDTH / 24);
/** Wider than any frame, which cuts it: stretched as the line is, its lines would blur unevenly. */
const HATCH = hatchPath({ left: 0, right: 2 * WIDTH, top: 0, bottom: HEIGHT });

/** A day as a small line on the scale that all days share. */
export const MiniDay = memo(function MiniDay(props: MiniDayProps) {
  const { counts, lengths, top, isHatched, flagged } = props;
  const y = countScale({ height: HEIGHT, above: ABOVE, below: BELOW, top });
  return (
    <svg className="lwMini" height={HEIGHT} aria-hidden="true">
      {isHatched && <path className="lwHatch" d={HATCH} />}
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
        <path className="lwMini-line" d={linePath(existingHours(counts, lengths), x, y)} />
        {flagged.map((hour) => (
          <circle
            key={hour}
            className="lwFlagDot"
            cx={px(x.center(hour))}
            cy={px(y.y(counts[hour] ?? 0))}
            r={DOT}
          />
        ))}
      </svg>
    </svg>
  );
});
