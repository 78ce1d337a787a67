import React from 'react';
import {
  unknownRuns,
  type EndLabel,
  type FlagMarks,
  hatchPath,
  type HourFrame,
  type PlacedNote,
  px,
} from '../../../../../common/charts';
import type { Hours } from '../model/series_view';

const DOT = 5;
const RING = 4.5;
const LABEL_LINE = 14;

/** Lines from the flags down to the hours below. */
export function DropLines({
  flags,
  frame,
}: {
  readonly flags: FlagMarks;
  readonly frame: HourFrame;
}) {
  const path = flags.dots.map(({ x, y }) => `M${x} ${y}V${frame.height}`).join('');
  return path === '' ? null : <path className="lwDrop" d={path} />;
}

/** Hours for which nothing is known. */
export function UnknownHours(props: {
  readonly today: Hours;
  readonly lengths: readonly number[];
  readonly frame: HourFrame;
}) {
  const { today, lengths, frame } = props;
  const path = unknownRuns(today, lengths)
    .map(({ from, to }) =>
      hatchPath({
        left: frame.x.left(from),
        right: frame.x.left(to),
        top: frame.top,
        bottom: frame.bottom,
      }),
    )
    .join('');
  return path === '' ? null : <path className="lwHatch" d={path} />;
}

/** The flagged hours: dots, rings where events were expected, a line where the series is silent. */
export function Flags({ flags }: { readonly flags: FlagMarks }) {
  return (
    <>
      {flags.rule !== '' && <path className="lwFlagRule" d={flags.rule} />}
      {flags.rings.map(({ x, y }) => (
        <circle key={`ring ${x}`} className="lwFlagRing" cx={x} cy={y} r={RING} />
      ))}
      {flags.dots.map(({ x, y }) => (
        <circle key={`dot ${x}`} className="lwFlagDot" cx={x} cy={y} r={DOT} />
      ))}
    </>
  );
}

interface NotesProps {
  readonly notes: readonly PlacedNote[];
  /** The note below the strongest flag. */
  readonly rank: string | undefined;
}

/** The notes in the chart itself, next to the hours. */
export function Notes({ notes, rank }: NotesProps) {
  return (
    <>
      {notes.map(({ x, y, nextY, anchor, text, leader, isFlag, isFirst }) => (
        <React.Fragment key={text}>
          {leader !== undefined && (
            <path
              className="lwNote-leader"
              d={`M${leader.from.x} ${leader.from.y}L${leader.to.x} ${leader.to.y}`}
            />
          )}
          <text
            className={isFlag ? 'lwNote lwFlagText' : 'lwNote lwNote-quiet'}
            x={x}
            y={y}
            textAnchor={anchor}
          >
            {text}
            {isFirst && rank !== undefined && (
              <tspan className="lwNote-rank" x={x} y={px(nextY)}>
                {rank}
              </tspan>
            )}
          </text>
        </React.Fragment>
      ))}
    </>
  );
}

/** The names of bands, level and line, at the right end. */
export function EndLabels({ labels }: { readonly labels: readonly EndLabel[] }) {
  return (
    <>
      {labels.map(({ x, y, lines, leader, isToday }) => (
        <g key={lines.join(' ')}>
          {leader !== '' && <path className="lwAxisLine" d={leader} />}
          <text x={x} y={y} className={isToday ? 'lwEnd lwEnd-today' : 'lwEnd'}>
            {lines.map((line, index) => (
              <tspan key={line} x={x} y={px(y + index * LABEL_LINE)}>
                {line}
              </tspan>
            ))}
          </text>
        </g>
      ))}
    </>
  );
}
