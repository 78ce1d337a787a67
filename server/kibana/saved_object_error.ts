import { BAD_REQUEST, CONFLICT, NOT_FOUND } from '../../common/http';

/** Kibana throws Boom errors: an Error with the status in its `output`. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('output' in error)) return undefined;
  const { output } = error;
  if (typeof output !== 'object' || output === null || !('statusCode' in output)) return undefined;
  return typeof output.statusCode === 'number' ? output.statusCode : undefined;
}

/** Whether a saved object does not exist. */
export function isMissing(error: unknown): boolean {
  return statusOf(error) === NOT_FOUND;
}

/** Whether a request is refused for its contents, such as a version that Kibana cannot read. */
export function isBadRequest(error: unknown): boolean {
  return statusOf(error) === BAD_REQUEST;
}

/** Whether somebody else has written a saved object in the meantime. */
export function isConflict(error: unknown): boolean {
  return statusOf(error) === CONFLICT;
}
