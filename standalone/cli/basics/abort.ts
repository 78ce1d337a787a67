import { say } from './output';
import { UserError } from './user_error';
import { sharedStop } from '../../../server/app/basics';

/**
 * Aborts on Ctrl-C or SIGTERM. A second Ctrl-C ends the process at once.
 *
 * @throws UserError if the work ended because of the abort, whatever its own result
 */
export async function withAbort<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = sharedStop();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(1);
    say('Stopping. Press Ctrl-C again to stop at once.');
    controller.abort(new UserError('stopped: run the same command again to finish'));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    return await work(controller.signal);
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}
