import { type AnswerOf, checkSource } from '../../../../../common/api';
import { sourceSchema } from '../../../../../common/sources';
import type { Day } from '../../../../../common/time';
import { useServices } from '../../../basics';
import { writtenSource, type SourceDraft } from '../draft/source_draft';
import { useDelayedRemote, type DelayedRemote } from '../form/use_delayed_remote';

export type SourceCheck = AnswerOf<typeof checkSource>;

/**
 * Checks a source while it is filled in, as soon as it is valid by itself.
 *
 * @param day whose series are shown; undefined for yesterday
 */
export function useSourceCheck(
  draft: SourceDraft,
  day: Day | undefined,
): DelayedRemote<SourceCheck> {
  const { api } = useServices();
  const source = writtenSource(draft);
  const isValid = sourceSchema.safeParse(source).success;
  const body = { source, ...(day !== undefined && { day }) };
  return useDelayedRemote(isValid ? JSON.stringify(body) : undefined, (signal) =>
    api(checkSource, { body }, signal),
  );
}
