import React, { memo } from 'react';
import { translate } from '../../i18n';
import { surpriseMark, surpriseX } from '../charts';

/** Width of the drawing, the same in every row, so that the limit is one rule. */
export const SURPRISE_WIDTH = 56;
const FLAG_DOT = 2.6;
const QUIET_DOT = 1.9;

interface SurpriseSvgProps {
  /** The strongest test over its limit; null where nothing was tested. */
  readonly surprise: number | null;
  readonly height: number;
  readonly isFlagged: boolean;
}

/** Where the rule of the limit stands in every row, from the left edge of the drawing. */
export const LIMIT_X = surpriseX(1, SURPRISE_WIDTH);

/** How far a row is from the limit: a dot against one rule, which runs through all rows. */
export const SurpriseSvg = memo(function SurpriseSvg({
  surprise,
  height,
  isFlagged,
}: SurpriseSvgProps) {
  if (surprise === null) return null;
  const { stem, dotX } = surpriseMark(surprise, SURPRISE_WIDTH, height / 2);
  const label = translate('logwave.row.surprise', {
    defaultMessage: 'surprise {times}, threshold 1',
    values: { times: surprise.toFixed(1) },
  });
  return (
    <svg
      className="lwSurprise"
      width={SURPRISE_WIDTH}
      height={height}
      role="img"
      aria-label={label}
    >
      <path className="lwStem" d={stem} />
      <circle
        className={isFlagged ? 'lwSurpriseDot' : 'lwSurpriseDot lwSurpriseDot-quiet'}
        cx={dotX}
        cy={height / 2}
        r={isFlagged ? FLAG_DOT : QUIET_DOT}
      />
    </svg>
  );
});
