const EXCEPTION = /^(?:Exception in thread "[^"]*" |Caused by: )(.+)$/gm;

/** Why a start failed: the last cause in the log, or else its last line. */
export function explainLog(log: string): string {
  const causes = [...log.matchAll(EXCEPTION)].map((match) => match[1] ?? '');
  const reason = causes.at(-1) ?? log.trim().split('\n').at(-1) ?? '';
  return reason === '' ? 'no reason given' : reason.slice(0, 300);
}
