import { muteOn, type StreamMark } from '../../../common/marks';
import type { Finding } from '../../../common/waveform/hours';
import { pluralWords } from '../../../common/waveform/words';
import { subtypeKey } from '../basics';

/** The effect of marks on findings, and the note for a run that leaves muted ones untagged. */
export interface Unmuted {
  /** Those that are not muted, as often as they are iterated. */
  readonly findings: Iterable<Finding>;
  readonly notes: readonly string[];
}

function isMuted({ source, subtype, day, zone }: Finding, marks: readonly StreamMark[]) {
  const key = subtype === null ? null : subtypeKey(subtype);
  return muteOn(marks, { source, host: null, subtype: key }, day, zone) !== undefined;
}

/** Findings without the muted ones, which are stored and listed, and never tagged. */
export function withoutMuted(
  findings: Iterable<Finding>,
  marks: readonly StreamMark[] = [],
): Unmuted {
  if (!marks.some(({ kind }) => kind === 'mute')) return { findings, notes: [] };
  let muted = 0;
  for (const finding of findings) if (isMuted(finding, marks)) muted += 1;
  if (muted === 0) return { findings, notes: [] };
  const open = {
    *[Symbol.iterator]() {
      for (const finding of findings) if (!isMuted(finding, marks)) yield finding;
    },
  };
  return { findings: open, notes: [`${pluralWords(muted, 'muted finding')} not tagged`] };
}
