import { useEffect, useRef, useState } from 'react';
import { deleteSchedule, getSchedule, type Schedule, putSchedule } from '../../../../../common/api';
import { isAbort, toFault, type ApiFault, useRemote, useServices } from '../../../basics';
import { changedWords } from './schedule_words';

export interface ScheduleControl {
  /** Undefined until it has arrived. */
  readonly schedule: Schedule | undefined;
  /** Why it cannot be read. */
  readonly readFault: ApiFault | undefined;
  /** Why it was not changed. */
  readonly changeFault: ApiFault | undefined;
  readonly isSending: boolean;
  readonly put: (wished: { readonly interval: string; readonly tag: boolean }) => void;
  readonly switchOff: () => void;
  /** Shows a change that was made elsewhere. */
  readonly show: (schedule: Schedule) => void;
  readonly reload: () => void;
}

/** The schedule. Changes are saved at once. */
export function useSchedule(): ScheduleControl {
  const { api, toasts } = useServices();
  const remote = useRemote('schedule', (signal) => api(getSchedule, {}, signal));
  const [changed, setChanged] = useState<Schedule>();
  const [changeFault, setFault] = useState<ApiFault>();
  const [isSending, setSending] = useState(false);
  const controller = useRef<AbortController>();
  useEffect(() => () => controller.current?.abort(), []);
  const send = (ask: (signal: AbortSignal) => Promise<Schedule>): void => {
    const { signal } = (controller.current = new AbortController());
    setFault(undefined);
    setSending(true);
    ask(signal)
      .then(
        (changed) => {
          setChanged(changed);
          toasts.success(changedWords(changed));
        },
        (error: unknown) => {
          if (!isAbort(error)) setFault(toFault(error));
        },
      )
      .finally(() => {
        if (!signal.aborted) setSending(false);
      });
  };
  return {
    schedule: changed ?? remote.data,
    readFault: remote.fault,
    changeFault,
    isSending,
    put: (body) => send((signal) => api(putSchedule, { body }, signal)),
    switchOff: () => send((signal) => api(deleteSchedule, {}, signal)),
    show: setChanged,
    reload: remote.reload,
  };
}
