import { useEffect, useRef, useState } from 'react';
import { FORBIDDEN } from '../../../common/http';
import { nearestInterval, type Schedule, putSchedule, renewScheduleKey } from '../../../common/api';
import { isAbort, toFault, type ApiFault, useServices } from '../basics';

export interface KeyRenewal {
  /** Why the key was not renewed. */
  readonly fault: ApiFault | undefined;
  readonly isSending: boolean;
  /** Gives the caller's own key a new end. */
  readonly renew: () => void;
  /**
   * Makes the schedule work in the caller's name. Its other settings stay, except an interval that can
   * no longer be chosen: the nearest one replaces it.
   */
  readonly takeOver: () => void;
}

/**
 * Renews the key of the schedule when its owner opens the page, if it is time.
 *
 * @param onChanged called with the new state of the schedule
 */
export function useKeyRenewal(
  schedule: Schedule | undefined,
  onChanged: (schedule: Schedule) => void,
): KeyRenewal {
  const { api, may } = useServices();
  const [fault, setFault] = useState<ApiFault>();
  const [isSending, setSending] = useState(false);
  const controller = useRef<AbortController>();
  const renewedBefore = useRef<string>();
  useEffect(() => () => controller.current?.abort(), []);

  const send = (ask: (signal: AbortSignal) => Promise<Schedule>, tellsAll: boolean): void => {
    const { signal } = (controller.current = new AbortController());
    setFault(undefined);
    setSending(true);
    ask(signal)
      .then(onChanged, (error: unknown) => {
        if (isAbort(error)) return;
        const found = toFault(error);
        // A renewal that the user did not request only shows an error if a right is gone. Otherwise
        // the next visit tries again.
        if (tellsAll || found.statusCode === FORBIDDEN) setFault(found);
      })
      .finally(() => {
        if (!signal.aborted) setSending(false);
      });
  };
  const renew = (tellsAll: boolean): void =>
    send((signal) => api(renewScheduleKey, {}, signal), tellsAll);

  const key = schedule?.key;
  const isDue = may.manage && key?.is_yours === true && key.is_renewal_due;
  const granted = key?.granted_at;
  useEffect(() => {
    if (!isDue || renewedBefore.current === granted) return;
    renewedBefore.current = granted;
    renew(false);
    // Once for each key. The other values change with each rendering.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isDue, granted]);

  return {
    fault,
    isSending,
    renew: () => renew(true),
    takeOver: () => {
      if (schedule === undefined) return;
      const { tag } = schedule;
      const interval = nearestInterval(schedule.interval);
      send((signal) => api(putSchedule, { body: { interval, tag } }, signal), true);
    },
  };
}
