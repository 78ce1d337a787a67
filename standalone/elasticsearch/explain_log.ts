const EXCEPTION = /^(?:Caused by: )?(?:[a-z]\w*\.)+[A-Z]\w*(?:: .*)?$/;
const FRAME = /^\s+(?:at |\.\.\. |Suppressed: )/;

/** Why a start failed: the last cause in the stack at the end of the log, or else its last line. */
export function explainLog(log: string): string {
  const backwards = log.trimEnd().split('\n').reverse();
  const above = backwards.findIndex((line) => !FRAME.test(line) && !EXCEPTION.test(line));
  const stack = above === -1 ? backwards : backwards.slice(0, above);
  const reason = stack.find((line) => EXCEPTION.test(line)) ?? backwards[0] ?? '';
  return reason === '' ? 'no reason given' : reason.replace('Caused by: ', '').slice(0, 300);
}
