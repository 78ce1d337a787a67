import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type AnswerOf, getSettings, putSeriesSettings } from '../../../../../common/api';
import { outageDays } from '../../../../../common/settings';
import type { Day } from '../../../../../common/time';
import {
  type SeriesKey,
  isAbort,
  toFault,
  type ApiFault,
  useRemote,
  useServices,
} from '../../../basics';

/** Saving left-out days as a setting of the series. */
export interface KeptDays {
  /** The days that the settings leave out, including outages; undefined until they are known. */
  readonly stored: readonly Day[] | undefined;
  /** Days that the settings leave out for every series of the source. */
  readonly outages: readonly Day[];
  /** Whether something was saved on this visit. */
  readonly isKept: boolean;
  readonly isSaving: boolean;
  readonly fault: ApiFault | undefined;
  readonly keep: (days: readonly Day[]) => void;
}

type Saved = Omit<KeptDays, 'keep' | 'outages'>;

const NOTHING: Saved = { stored: undefined, isKept: false, isSaving: false, fault: undefined };

function merged(own: readonly Day[], outages: readonly Day[]): Day[] {
  return [...new Set([...own, ...outages])].sort();
}

function omittedIn(
  { settings }: AnswerOf<typeof getSettings>,
  { source, subtype }: SeriesKey,
): readonly Day[] {
  const one = settings.series.find((other) => other.source === source && other.subtype === subtype);
  return merged(one?.omit_days ?? [], outageDays(source, settings.outages));
}

/** Saves which days are left out for a series. The next run uses it. */
export function useKeptDays({ source, subtype }: SeriesKey): KeptDays {
  const { api } = useServices();
  const settings = useRemote('settings', (signal) => api(getSettings, {}, signal));
  const [held, setHeld] = useState(NOTHING);
  const controller = useRef<AbortController>();
  useEffect(() => () => controller.current?.abort(), []);
  const present = settings.data?.settings.outages;
  const outages = useMemo(() => outageDays(source, present ?? []), [source, present]);
  const keep = useCallback(
    (days: readonly Day[]) => {
      controller.current?.abort();
      const { signal } = (controller.current = new AbortController());
      const own = days.filter((day) => !outages.includes(day));
      const body = { source, subtype, omit_days: own };
      const stored = merged(own, outages);
      setHeld((before) => ({ ...before, isSaving: true, fault: undefined }));
      api(putSeriesSettings, { body }, signal).then(
        () => setHeld({ ...NOTHING, stored, isKept: true }),
        (error: unknown) => {
          if (isAbort(error)) return;
          setHeld((before) => ({ ...before, isSaving: false, fault: toFault(error) }));
        },
      );
    },
    [api, source, subtype, outages],
  );
  const before = settings.data && omittedIn(settings.data, { source, subtype });
  return { ...held, stored: held.stored ?? before, outages, keep };
}
