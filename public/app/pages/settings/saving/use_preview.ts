import { type AnswerOf, previewSettings } from '../../../../../common/api';
import type { Day } from '../../../../../common/time';
import { useServices } from '../../../basics';
import { useDelayedRemote, type DelayedRemote } from '../form/use_delayed_remote';
import type { OpenForm } from '../form/use_settings_form';

export type PreviewAnswer = AnswerOf<typeof previewSettings>;

/**
 * The effect of the form on the last days, once it is valid and has changes.
 *
 * @param to the last of the days; undefined for yesterday
 */
export function usePreview(
  { checked, isChanged }: OpenForm,
  to: Day | undefined,
): DelayedRemote<PreviewAnswer> {
  const { api } = useServices();
  const settings = 'saved' in checked && isChanged ? checked.saved : undefined;
  const body = settings && { settings, ...(to !== undefined && { to }) };
  return useDelayedRemote(body && JSON.stringify(body), async (signal) => {
    if (body === undefined) throw new Error('nothing is to be asked');
    return api(previewSettings, { body }, signal);
  });
}
