import type { ErrorBody } from '../../common/api';

/** An error with what to do about it, if it means that Elasticsearch is away. */
export function withNextStep(body: ErrorBody, whenAway: string | undefined): ErrorBody {
  const isAway = body.attributes?.code === 'elasticsearch_unreachable';
  if (whenAway === undefined || !isAway) return body;
  return { ...body, message: `${body.message}. ${whenAway}` };
}
