import { isZone, systemZone, zoneName } from '../../../common/time';
import { say } from './output';

const REMEDY =
  'Logwave uses UTC if no other zone is set. Set TZ to a name such as Europe/Vienna to change that.';

/**
 * Why UTC is used although no zone was requested, in a sentence; undefined if the machine has a
 * zone.
 *
 * @param wanted the value of the environment variable TZ
 * @param used the zone of this machine as the runtime understands it
 */
export function oddZoneSentence(wanted: string | undefined, used: string): string | undefined {
  if (used !== 'UTC') return undefined;
  if (wanted === undefined) return undefined;
  if (wanted === '') return `TZ is empty: ${REMEDY}`;
  // A colon before the name is allowed by POSIX.
  const name = wanted.replace(/^:/, '');
  if (isZone(name) && zoneName(name) === used) return undefined;
  return `TZ is "${wanted}", which does not name a time zone: ${REMEDY}`;
}

/** Says on standard error that UTC is used because TZ names no zone. */
export function sayOddZone(): void {
  const sentence = oddZoneSentence(process.env['TZ'], systemZone());
  if (sentence !== undefined) say(sentence);
}
