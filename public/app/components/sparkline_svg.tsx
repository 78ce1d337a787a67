import React, { memo } from 'react';
import type { Sparkline } from '../../../common/charts';

interface SparklineSvgProps {
  readonly drawing: Sparkline;
  /** The sentence of the row: what the picture shows. */
  readonly label: string;
  readonly isQuiet: boolean;
}

const DOT = 3.2;
const RING = 3;

/** A path, if there is anything to draw. */
function Mark({ name, d }: { readonly name: string; readonly d: string }) {
  return d === '' ? null : <path className={name} d={d} />;
}

function Flags({ drawing }: { readonly drawing: Sparkline }) {
  const { dots, rings, rule, labels } = drawing.flags;
  return (
    <>
      <Mark name="lwFlagRule" d={rule} />
      {rings.map(({ x, y }) => (
        <circle key={`ring ${x}`} className="lwFlagRing" cx={x} cy={y} r={RING} />
      ))}
      {dots.map(({ x, y }) => (
        <circle key={`dot ${x}`} className="lwFlagDot" cx={x} cy={y} r={DOT} />
      ))}
      {labels.map(({ x, leader }) =>
        leader === undefined ? null : (
          <path
            key={`leader ${x}`}
            className="lwNote-leader"
            d={`M${leader.from.x} ${leader.from.y}L${leader.to.x} ${leader.to.y}`}
          />
        ),
      )}
      {labels.map(({ x, y, anchor, text }) => (
        <text key={`text ${x} ${y}`} className="lwFlagText" x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </>
  );
}

/** A row's picture: bands, usual line, tested day and flags, as they were computed. */
export const SparklineSvg = memo(function SparklineSvg({
  drawing,
  label,
  isQuiet,
}: SparklineSvgProps) {
  const { width, height, grid, base, outer, inner, usual, thin, today, hatch } = drawing;
  return (
    <svg
      className={isQuiet ? 'lwSpark lwSpark-quiet' : 'lwSpark'}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      <Mark name="lwGrid" d={grid} />
      {outer === '' && <Mark name="lwGrid" d={base} />}
      <Mark name="lwOuter" d={outer} />
      <Mark name="lwInner" d={inner} />
      <Mark name="lwUsual" d={usual} />
      <Mark name="lwThin" d={thin} />
      <Mark name="lwHatch" d={hatch} />
      <Mark name="lwToday" d={today} />
      <Flags drawing={drawing} />
    </svg>
  );
});
