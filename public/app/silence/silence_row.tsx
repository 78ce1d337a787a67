import React, { type ReactNode, useState } from 'react';
import type { ApiSilence } from '../../../common/api';
import { streamKey } from '../../../common/sources';
import { translate } from '../../i18n';
import { DailyBarsSvg } from './daily_bars_svg';
import { silenceHeads } from './silence_head';
import {
  belowWords,
  factWords,
  gapWords,
  lastSeenWords,
  missingWords,
  rowWords,
  silentFor,
  sourceWords,
  streamWords,
} from './silence_words';

interface SilenceRowProps {
  readonly row: ApiSilence;
  /** The instant of the look, ISO 8601. */
  readonly at: string;
  readonly zone: string;
  /** Only one line, without the folded streams. */
  readonly isShort?: boolean;
  /** The marks that can be set on it. */
  readonly children?: ReactNode;
}

type Folded = ApiSilence['below'][number];

const STILL = new Set<ApiSilence['state']>(['silent', 'late']);

/** A stream that is silent for the same cause. */
function BelowRow({ stream, zone, cells }: { stream: Folded; zone: string; cells: number }) {
  return (
    <tr className="lwSilence-below" data-test-subj="silenceBelow">
      <th scope="row">
        {streamWords(stream)} <span>{sourceWords(stream)}</span>
      </th>
      <td />
      <td />
      <td data-label={silenceHeads.lastSeen()}>{lastSeenWords(stream, zone)}</td>
      <td data-label={silenceHeads.usual()}>{stream.usual}</td>
      {cells > 5 && <td />}
    </tr>
  );
}

function Fold({ row, isOpen, onFold }: { row: ApiSilence; isOpen: boolean; onFold: () => void }) {
  if (row.below.length === 0) return null;
  return (
    <button
      type="button"
      className="lwSub"
      aria-expanded={isOpen}
      onClick={onFold}
      data-test-subj="silenceFold"
    >
      {isOpen ? '▾' : '▸'} {belowWords(row.below)}
    </button>
  );
}

/** One cause: a source, a host or a series, and the streams that are silent because of it. */
export function SilenceRow({ row, at, zone, isShort = false, children }: SilenceRowProps) {
  const [isOpen, setOpen] = useState(false);
  const isStill = STILL.has(row.state);
  const label = translate('logwave.silence.daysLabel', {
    defaultMessage: '{stream}: {sentence}',
    values: { stream: rowWords(row), sentence: row.sentence },
  });
  const cells = children === undefined ? 5 : 6;
  return (
    <>
      <tr
        className={`lwSilence-${row.state} ${isStill ? '' : 'lwSilence-over'}`}
        data-test-subj={`silence-${row.state}`}
        title={row.sentence}
      >
        <th scope="row">
          <span className="lwSilence-name">{rowWords(row)}</span>
          <span className="lwSub">{sourceWords(row)}</span>
          {!isShort && <Fold row={row} isOpen={isOpen} onFold={() => setOpen(!isOpen)} />}
        </th>
        <td className="lwSilence-for" data-label={silenceHeads.silentFor()}>
          <b className="lwFlagTime">{silentFor(row, at)}</b>
          {isShort ? ', ' : <br />}
          <span>
            {factWords(row, zone)}
            {isShort && row.state === 'recovered' && `; ${missingWords(row, zone)}`}
          </span>
        </td>
        <td>
          <DailyBarsSvg daily={row.daily} label={label} />
        </td>
        <td data-label={silenceHeads.lastSeen()}>
          {lastSeenWords(row, zone)}
          {!isShort && <span className="lwSub">{gapWords(row)}</span>}
        </td>
        <td data-label={silenceHeads.usual()}>
          {row.usual}
          {!isShort && <span className="lwSub">{missingWords(row, zone)}</span>}
        </td>
        {children !== undefined && <td className="lwSilence-marks">{children}</td>}
      </tr>
      {isOpen &&
        row.below.map((stream) => (
          <BelowRow key={streamKey(stream)} stream={stream} zone={zone} cells={cells} />
        ))}
    </>
  );
}
