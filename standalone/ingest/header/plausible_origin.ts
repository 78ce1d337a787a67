import { isSureHost } from './header_part';
import type { BeforeOrigin, Origin, OriginShape } from './origin_shape';

/** Words with which sentences begin. Where nothing else says so, a colon two words on names no program. */
const SENTENCE =
  /^(?:[A-Z][a-z]+(?:ing|ed)|Access|Bad|Cannot|Client|Config|Configuration|Connection|Could|Current|Database|Default|Disk|End|Executing|File|Found|Got|Host|Initial|Invalid|Job|Local|Memory|Message|Missing|Network|New|No|Not|Number|Open|Process|Query|Read|Remote|Request|Response|Run|Server|Service|Session|Start|Stop|System|Task|The|This|Timeout|Total|Unable|Unknown|Update|Use|User|Version|Wait|Write)$/;
/** Threads, requests and containers: a program's own log names them before a class or a function. */
const NO_MACHINE =
  /(?:[Tt]hread|[Ww]orker|exec|[Ee]xecutor|[Pp]ool|[Tt]ask|[Jj]ob)[-_.]?\d+$|^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$|^(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{8,64}$|^[A-Z]-\d+$/;
const CAPITAL = /^\p{Lu}/u;

function meets({ needs }: OriginShape, host: string | undefined, before: BeforeOrigin): boolean {
  if (needs === 'nothing') return true;
  if (needs.endsWith('a priority') || before.time.style !== 'BSD') return false;
  return needs !== 'a sure host' || (host !== undefined && isSureHost(host));
}

/** Whether words may be a host and a program though no process, level or priority speaks for them. */
function looksNamed({ host, program }: Origin, before: BeforeOrigin): boolean {
  const { style, hasZone, isUnusual } = before.time;
  if (isUnusual) return false;
  // `Installed: bash-5.2` is no program.
  if (host === undefined) return program === undefined || !CAPITAL.test(program);
  if (program !== undefined && SENTENCE.test(host)) return false;
  if (style === 'BSD') return true;
  return !NO_MACHINE.test(host) && (hasZone || isSureHost(host));
}

/**
 * Whether an origin may be believed by what stands around it. A priority is a sign of syslog beyond
 * doubt. Without one, times of ISO 8601 and of ctime(3) are those of many programs' own logs, whose
 * next words are anything.
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
