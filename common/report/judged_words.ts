import type { SeriesRow } from '../api';

/**
 * " Expected (ana: weekly backup)." and " Muted by ana until 2026-12-01 (maintenance)."
 *
 * @param hasNames false leaves out the names and notes
 */
export function judgedWords(
  { judgment, mute }: Pick<SeriesRow, 'judgment' | 'mute'>,
  hasNames: boolean,
): string {
  const said: string[] = [];
  if (judgment !== null) {
    const kind = judgment.judgment === 'incident' ? 'Incident' : 'Expected';
    const parts = hasNames ? [judgment.author, judgment.note] : [];
    const why = parts.filter((part) => part !== null).join(': ');
    said.push(why === '' ? `${kind}.` : `${kind} (${why}).`);
  }
  if (mute !== null) {
    const by = mute.owner === null || !hasNames ? '' : ` by ${mute.owner}`;
    const why = mute.reason === null || !hasNames ? '' : ` (${mute.reason})`;
    said.push(`Muted${by} until ${mute.until.slice(0, 10)}${why}, not tagged.`);
  }
  return said.map((words) => ` ${words}`).join('');
}
