/**
 * Jest's `describe` where a suite can run; else one that skips it and says why. Continuous
 * integration sets `LOGWAVE_ALL_SUITES`: there the suite fails, since nobody reads that it was
 * skipped.
 *
 * @param missing why it cannot run, as a sentence
 * @throws Error where it cannot run and all suites must
 */
export function describeWhere(
  canRun: boolean,
  missing: string,
  env: NodeJS.ProcessEnv = process.env,
): jest.Describe {
  if (canRun) return describe;
  if (env['LOGWAVE_ALL_SUITES'] !== undefined) {
    throw new Error(`${missing} LOGWAVE_ALL_SUITES forbids skipping.`);
  }
  process.stderr.write(`Skipped: ${missing}\n`);
  return describe.skip;
}
