import React, { memo } from 'react';
import { translate } from '../../i18n';
import { surpriseMark, surpriseText, surpriseTicks, surpriseX } from '../../../common/charts';

/** Width of the axis, the same in every row, so that the threshold is one vertical line. */
const AXIS_WIDTH = 64;
/** Width of the drawing: the axis, and a number next to a dot at its end. */
export const SURPRISE_WIDTH = AXIS_WIDTH + 22;
const FLAG_DOT = 2.6;
const QUIET_DOT = 1.9;
/** From the middle of a row to the baseline of its number. */
const BASELINE = 4;

const HEAD_HEIGHT = 17;
const HEAD_TEXT = 10;
const HEAD_TICK = 13;
/** The last number is a little to the right: there is room, and 10 and 30 do not touch. */
const LAST_ASIDE = 3;

interface SurpriseSvgProps {
  /** The strongest test divided by its threshold; null if nothing was tested. */
  readonly surprise: number | null;
  /** The end of the axis that all rows share. */
  readonly end: number;
  readonly height: number;
  readonly isFlagged: boolean;
}

/** The position of the threshold line in every row, from the left edge of the drawing. */
export function limitX(end: number): number {
  return surpriseX(1, { width: AXIS_WIDTH, end });
}

/** A surprise for screen readers. */
export function surpriseLabel(surprise: number): string {
  return translate('logwave.row.surprise', {
    defaultMessage: 'surprise {times}, threshold 1',
    values: { times: surpriseText(surprise) },
  });
}

/** How far a row is from the threshold: a dot on an axis that all rows share, and its number. */
export const SurpriseSvg = memo(function SurpriseSvg(props: SurpriseSvgProps) {
  const { surprise, end, height, isFlagged } = props;
  if (surprise === null) return null;
  const y = height / 2;
  const { stem, dotX, textX } = surpriseMark(surprise, { width: AXIS_WIDTH, end }, y);
  return (
    <svg
      className="lwSurprise"
      width={SURPRISE_WIDTH}
      height={height}
      role="img"
      aria-label={surpriseLabel(surprise)}
    >
      <path className="lwStem" d={stem} />
      <circle
        className={isFlagged ? 'lwSurpriseDot' : 'lwSurpriseDot lwSurpriseDot-quiet'}
        cx={dotX}
        cy={y}
        r={isFlagged ? FLAG_DOT : QUIET_DOT}
      />
      <text
        className={isFlagged ? 'lwSurpriseText' : 'lwSurpriseText lwSurpriseText-quiet'}
        x={textX}
        y={y + BASELINE}
      >
        {surpriseText(surprise)}
      </text>
    </svg>
  );
});

/** The axis above the rows: 1 is the threshold. */
export function SurpriseAxisSvg({ end }: { readonly end: number }) {
  const ticks = surpriseTicks(end).map((tick) => ({
    tick,
    x: surpriseX(tick, { width: AXIS_WIDTH, end }),
  }));
  // On a long axis the numbers are close to each other, so every second one is shown.
  const every = ticks.length > 4 ? 2 : 1;
  return (
    <svg
      className="lwSurprise lwSurprise-axis"
      width={SURPRISE_WIDTH}
      height={HEAD_HEIGHT}
      aria-hidden="true"
    >
      {ticks.map(({ tick, x }, index) => (
        <g key={tick}>
          {index % every === 0 && (
            <text
              x={index > 0 && index === ticks.length - 1 ? x + LAST_ASIDE : x}
              y={HEAD_TEXT}
              textAnchor="middle"
            >
              {tick}
            </text>
          )}
          <path className="lwAxisLine" d={`M${x} ${HEAD_TICK}V${HEAD_HEIGHT}`} />
        </g>
      ))}
    </svg>
  );
}
