import { useCallback, useEffect, useRef, useState } from 'react';
import { type AnswerOf, getSettings, putSeriesSettings } from '../../../../../common/api';
import type { Day } from '../../../../../common/time';
import {
  type SeriesKey,
  isAbort,
  toFault,
  type ApiFault,
  useRemote,
  useServices,
} from '../../../basics';

/** Keeping omitted days as a setting of the series. */
export interface KeptDays {
  /** What the settings leave out; undefined until it is known. */
  readonly stored: readonly Day[] | undefined;
  /** Whether something was kept on this visit. */
  readonly isKept: boolean;
  readonly isSaving: boolean;
  readonly fault: ApiFault | undefined;
  readonly keep: (days: readonly Day[]) => void;
}

type Saved = Omit<KeptDays, 'keep'>;

const NOTHING: Saved = { stored: undefined, isKept: false, isSaving: false, fault: undefined };

function omittedIn(
  { settings }: AnswerOf<typeof getSettings>,
  { source, subtype }: SeriesKey,
): readonly Day[] {
  const one = settings.series.find((other) => other.source === source && other.subtype === subtype);
  return one?.omit_days ?? [];
}

/** Saves which days a series is not learned from; the next run uses it. */
export function useKeptDays({ source, subtype }: SeriesKey): KeptDays {
  const { api } = useServices();
  const settings = useRemote('settings', (signal) => api(getSettings, {}, signal));
  const [held, setHeld] = useState(NOTHING);
  const controller = useRef<AbortController>();
  useEffect(() => () => controller.current?.abort(), []);
  const keep = useCallback(
    (days: readonly Day[]) => {
      controller.current?.abort();
      const { signal } = (controller.current = new AbortController());
      const body = { source, subtype, omit_days: [...days] };
      setHeld((before) => ({ ...before, isSaving: true, fault: undefined }));
      api(putSeriesSettings, { body }, signal).then(
        () => setHeld({ ...NOTHING, stored: days, isKept: true }),
        (error: unknown) => {
          if (isAbort(error)) return;
          setHeld((before) => ({ ...before, isSaving: false, fault: toFault(error) }));
        },
      );
    },
    [api, source, subtype],
  );
  const before = settings.data && omittedIn(settings.data, { source, subtype });
  return { ...held, stored: held.stored ?? before, keep };
}
