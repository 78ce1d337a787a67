import type { KeptSilences } from '../analyze_day_ports';
import type { Run } from '../run';

/**
 * A run with the streams that late data has lifted, now and earlier, without those that are silent
 * after all.
 */
export function withLifted(
  run: Run,
  { lifted, silent }: Pick<KeptSilences, 'lifted' | 'silent'>,
): Run {
  const { lifted_silences: before = [], ...others } = run;
  const again = new Set(silent);
  const all = [...new Set([...before, ...lifted])].filter((stream) => !again.has(stream));
  return all.length === 0 ? others : { ...others, lifted_silences: all };
}
