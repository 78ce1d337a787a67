import { looksLikeHost, looksLikePid, looksLikeProgram } from './header_part';
import type { BeforeOrigin, Origin, OriginShape, Part } from './origin_shape';
import { ORIGIN_SHAPES } from './origin_shapes';
import { isPlausible } from './plausible_origin';
import { priorityOfWord, severityOfWord } from '../parsing/syslog_priority';

/** `%SYS-5-CONFIG_I` of Cisco; `%%01SHELL/5/LOGIN` of Huawei and H3C. */
const SEVERITY_OF_MNEMONIC = /-([0-7])-[^-]*$|^%%\d\d\w{1,64}\/([0-7])\//;

function severityOf(program: string | undefined, level: string | undefined): number | undefined {
  if (level !== undefined) return severityOfWord(level);
  if (program === undefined || !/^[%#]/.test(program)) return undefined;
  const [, cisco, huawei] = SEVERITY_OF_MNEMONIC.exec(program) ?? [];
  const digit = cisco ?? huawei;
  return digit === undefined ? undefined : Number(digit);
}

function partOf(match: RegExpExecArray, { groups }: OriginShape, part: Part): string | undefined {
  const index = groups.indexOf(part);
  return index === -1 ? undefined : match[index + 1];
}

/** `imap(ann)<7><session>` and `auth-worker(7)` of Dovecot's own log. */
const DOVECOT_NAME = /^([a-z][\w-]{0,63})\(([^()]{0,200})\)(?:<(\d{1,10})>)?(?:<[^<>]{0,64}>)?$/;
const PROCESS_NUMBER = /^\d{1,10}$/;

/**
 * Dovecot adds the user or the process to the name, but it is one program.
 *
 * @returns undefined for the names of other programs
 */
function withoutUser(tag: string, pid: string): { program: string; pid: string } | undefined {
  if (pid !== '' || !/[)>]$/.test(tag)) return undefined;
  const [, program, inside = '', process] = DOVECOT_NAME.exec(tag) ?? [];
  if (program === undefined) return undefined;
  return { program, pid: process ?? (PROCESS_NUMBER.test(inside) ? inside : '') };
}

function readShape(shape: OriginShape, line: string, before: BeforeOrigin): Origin | undefined {
  const { pattern } = shape;
  pattern.lastIndex = before.time.end;
  const match = pattern.exec(line);
  if (match === null) return undefined;
  const host = partOf(match, shape, 'host');
  const word = partOf(match, shape, 'word');
  const tag = partOf(match, shape, 'program');
  const written = partOf(match, shape, 'pid') ?? '';
  const named = tag === undefined ? undefined : withoutUser(tag, written);
  const [program, pid] = named === undefined ? [tag, written] : [named.program, named.pid];
  if (host !== undefined && !looksLikeHost(host)) return undefined;
  if (program !== undefined && !looksLikeProgram(program)) return undefined;
  if (pid !== '' && !looksLikePid(pid)) return undefined;
  const priority = word === undefined ? undefined : priorityOfWord(word);
  if (word !== undefined && priority === undefined) return undefined;
  const origin = {
    host,
    program,
    pid: pid === '' ? undefined : pid,
    priority,
    severity: severityOf(program, partOf(match, shape, 'level')),
    end: pattern.lastIndex,
  };
  return isPlausible(origin, shape, before) ? origin : undefined;
}

/** Reads what is after the time; undefined if no shape fits, or its parts do not look valid. */
export function readOrigin(line: string, before: BeforeOrigin): Origin | undefined {
  for (const shape of ORIGIN_SHAPES) {
    const origin = readShape(shape, line, before);
    if (origin !== undefined) return origin;
  }
  return undefined;
}
