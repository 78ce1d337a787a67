import type { Finding } from '../waveform/hours';

/**
 * Source findings first, then by surprise. Findings without a surprise come before all that have
 * one.
 */
export function bySurprise(a: Finding, b: Finding): number {
  const surprise = ({ subtype, surprise: value }: Finding): number => {
    if (subtype === null) return Infinity;
    return value ?? Number.MAX_VALUE;
  };
  const gap = surprise(b) - surprise(a);
  if (gap !== 0 && !Number.isNaN(gap)) return gap;
  return `${a.source} ${a.subtype ?? ''}` < `${b.source} ${b.subtype ?? ''}` ? -1 : 1;
}
