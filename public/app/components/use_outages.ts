import { useCallback, useEffect, useRef, useState } from 'react';
import { type AnswerOf, type getSettings, putOutage } from '../../../common/api';
import type { Outage } from '../../../common/settings';
import { type ApiFault, isAbort, type Remote, toFault, useServices } from '../basics';

/** The days that are left out for every series, or for those of a source, and a way to change them. */
export interface Outages {
  /** The saved days; undefined until they are known. */
  readonly all: readonly Outage[] | undefined;
  /** Whether one was saved on this visit. */
  readonly isSaved: boolean;
  readonly isSaving: boolean;
  readonly fault: ApiFault | undefined;
  readonly change: (outage: Outage, isLeftOut: boolean) => void;
}

type Held = Pick<Outages, 'isSaved' | 'isSaving' | 'fault'> & {
  readonly saved: readonly Outage[] | undefined;
};

const NOTHING: Held = { saved: undefined, isSaved: false, isSaving: false, fault: undefined };

/** @param settings as the page has requested them */
export function useOutages(settings: Remote<AnswerOf<typeof getSettings>>): Outages {
  const { api } = useServices();
  const [{ saved, ...held }, setHeld] = useState(NOTHING);
  const controller = useRef<AbortController>();
  useEffect(() => () => controller.current?.abort(), []);
  const change = useCallback(
    ({ day, source }: Outage, isLeftOut: boolean) => {
      controller.current?.abort();
      const { signal } = (controller.current = new AbortController());
      setHeld((before) => ({ ...before, isSaving: true, fault: undefined }));
      const body = { day, source: source ?? null, is_left_out: isLeftOut };
      api(putOutage, { body }, signal).then(
        ({ settings: now }) => setHeld({ ...NOTHING, saved: now.outages, isSaved: true }),
        (error: unknown) => {
          if (isAbort(error)) return;
          setHeld((before) => ({ ...before, isSaving: false, fault: toFault(error) }));
        },
      );
    },
    [api],
  );
  return { ...held, all: saved ?? settings.data?.settings.outages, change };
}
