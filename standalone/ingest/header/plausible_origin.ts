import { isSureHost } from './header_part';
import type { BeforeOrigin, Origin, OriginShape } from './origin_shape';

/**
 * Words with which sentences begin. Without other evidence, a colon two words later is not after a
 * program.
 */
const SENTENCE =
  /^(?:[A-Z][a-z]+(?:ing|ed)|Access|Bad|Cannot|Client|Config|Configuration|Connection|Could|Current|Database|Default|Disk|End|Executing|File|Found|Got|Host|Initial|Invalid|Job|Local|Memory|Message|Missing|Network|New|No|Not|Number|Open|Process|Query|Read|Remote|Request|Response|Run|Server|Service|Session|Start|Stop|System|Task|The|This|Timeout|Total|Unable|Unknown|Update|Use|User|Version|Wait|Write)$/;
/**
 * Threads, requests and containers: a program's own log writes them before a class or a function.
 */
const NO_MACHINE =
  /(?:[Tt]hread|[Ww]orker|exec|[Ee]xecutor|[Pp]ool|[Tt]ask|[Jj]ob)[-_.]?\d+$|^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$|^(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{8,64}$|^[A-Z]-\d+$/;
const CAPITAL = /^\p{Lu}/u;

function meets({ needs }: OriginShape, host: string | undefined, before: BeforeOrigin): boolean {
  if (needs === 'nothing') return true;
  if (needs.endsWith('a priority') || before.time.style !== 'BSD') return false;
  return needs !== 'a sure host' || (host !== undefined && isSureHost(host));
}

/** Whether words may be a host and a program without a process, level or priority as evidence. */
function looksNamed({ host, program }: Origin, before: BeforeOrigin): boolean {
  const { style, hasZone, isUnusual } = before.time;
  if (isUnusual) return false;
  // `Installed: bash-5.2` is not a program.
  if (host === undefined) return program === undefined || !CAPITAL.test(program);
  if (program !== undefined && SENTENCE.test(host)) return false;
  if (style === 'BSD') return true;
  return !NO_MACHINE.test(host) && (hasZone || isSureHost(host));
}

/**
 * Whether an origin is plausible in its context. A priority is certain evidence of syslog. Without
 * one, times of ISO 8601 and of ctime(3) are those of many programs' own logs, in which anything
 * may follow.
 */
export function isPlausible(origin: Origin, shape: OriginShape, before: BeforeOrigin): boolean {
  const isMeraki = shape.needs === 'seconds and a priority';
  if (isMeraki && before.time.style !== 'seconds') return false;
  if (before.hasPriority) return true;
  const { host, program, pid, priority, severity } = origin;
  if (!meets(shape, host, before)) return false;
  if (before.time.style !== 'BSD') {
    if (host === undefined) return program?.startsWith('%') === true;
    if (shape.groups.includes('program') && program === undefined) return false;
  }
  const isSure = pid !== undefined || priority !== undefined || severity !== undefined;
  return isSure || looksNamed(origin, before);
}
