import type { ApiMute, SeriesRow } from '../../common/api';
import { latestJudgments, muteOn, type Judgment, type StreamMark } from '../../common/marks';
import { seriesKey } from '../../common/sources';
import type { Day } from '../../common/time';
import type { Finding } from '../../common/waveform/hours';
import { allOver, subtypeKey } from '../app/basics';
import type { Reader } from './reader';
import { toApiJudgment } from './to_api_judgment';

/** People's marks, as far as rows of a day show them. */
export interface RowMarks {
  readonly judgments: readonly Judgment[];
  readonly streams: readonly StreamMark[];
}

/**
 * All marks of the scope.
 *
 * @throws what the reader throws
 */
export async function fetchRowMarks(reader: Reader, signal: AbortSignal): Promise<RowMarks> {
  const [judgments, streams] = await allOver([
    reader.fetchJudgments(signal),
    reader.fetchStreamMarks(signal),
  ]);
  return { judgments, streams };
}

function toApiMute({ owner, author, reason, until }: StreamMark): ApiMute | null {
  return until === null ? null : { owner: owner ?? author, author, reason, until };
}

/** Adds people's judgments and mutes to the rows of a day. */
export function markingRows(
  { judgments, streams }: RowMarks,
  { day, zone }: { readonly day: Day; readonly zone: string },
): <Row extends Pick<SeriesRow, 'source' | 'subtype'>>(
  row: Row,
) => Row & Pick<SeriesRow, 'judgment' | 'mute'> {
  const ofDay = judgments.filter((mark) => mark.day === day);
  const latest = new Map(
    latestJudgments(ofDay).map((mark) => [seriesKey(mark.source, mark.subtype), mark]),
  );
  return (row) => {
    const { source } = row;
    const subtype = subtypeKey(row.subtype);
    const judged = latest.get(seriesKey(source, subtype));
    const mute = muteOn(streams, { source, host: null, subtype }, day, zone);
    return {
      ...row,
      judgment: judged === undefined || judged.judgment === 'none' ? null : toApiJudgment(judged),
      mute: mute === undefined ? null : toApiMute(mute),
    };
  };
}

/**
 * How many findings wait for somebody: nobody has judged or muted them.
 *
 * @param found findings about series
 * @returns undefined if none is judged or muted yet
 */
export function unjudgedAmong(
  found: readonly Pick<SeriesRow, 'judgment' | 'mute'>[],
): number | undefined {
  const open = found.filter(({ judgment, mute }) => judgment === null && mute === null);
  return open.length === found.length ? undefined : open.length;
}

/** The same of findings that are not rows yet; those about whole sources are left out. */
export function countUnjudged(
  findings: readonly Pick<Finding, 'source' | 'subtype'>[],
  marks: RowMarks,
  view: { readonly day: Day; readonly zone: string },
): number | undefined {
  const mark = markingRows(marks, view);
  return unjudgedAmong(
    findings.flatMap(({ source, subtype }) => (subtype === null ? [] : mark({ source, subtype }))),
  );
}
