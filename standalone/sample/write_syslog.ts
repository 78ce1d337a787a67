import { bsdTime, isoTime } from './clock_text';
import type { Random } from './random';
import type { WriteRecord } from './stream';

/** Who writes a line, and what it may say. */
export interface SyslogVoice {
  readonly host: string;
  readonly program: string;
  /** Facility · 8 + severity; a line without is read as 13: user-level notice. */
  readonly priority?: number;
  /** Programs without a process number, such as the kernel. */
  readonly isNumberless?: boolean;
  readonly text: (random: Random) => string;
}

const LOWEST_PID = 300;
const HIGHEST_PID = 32_767;

const priorityOf = ({ priority }: SyslogVoice): string =>
  priority === undefined ? '' : `<${priority}>`;

/** Lines in the format of RFC 3164. */
export function bsdLine(voice: SyslogVoice): WriteRecord {
  const { host, program, isNumberless = false, text } = voice;
  return (at, random) => {
    const pid = isNumberless ? '' : `[${random.whole(LOWEST_PID, HIGHEST_PID)}]`;
    return `${priorityOf(voice)}${bsdTime(at)} ${host} ${program}${pid}: ${text(random)}`;
  };
}

/** Lines in the format of RFC 5424. */
export function ietfLine(voice: SyslogVoice): WriteRecord {
  const { host, program, text } = voice;
  return (at, random) => {
    const pid = random.whole(LOWEST_PID, HIGHEST_PID);
    return `${priorityOf(voice)}1 ${isoTime(at, ':')} ${host} ${program} ${pid} - - ${text(random)}`;
  };
}
