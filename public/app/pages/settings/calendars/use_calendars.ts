import { useEffect, useRef, useState } from 'react';
import {
  type ApiCalendar,
  type AnswerOf,
  deleteCalendar,
  getCalendars,
  postCalendar,
} from '../../../../../common/api';
import type { CalendarMeaning } from '../../../../../common/calendar';
import { translate } from '../../../../i18n';
import {
  type ApiFault,
  isAbort,
  type Remote,
  toFault,
  useRemote,
  useServices,
} from '../../../basics';

type Calendars = AnswerOf<typeof getCalendars>;

/** A calendar as the form sends it. */
export interface NewCalendar {
  readonly name: string;
  readonly means: readonly CalendarMeaning[];
  /** Null for all sources. */
  readonly sources: readonly string[] | null;
  readonly ics: string;
}

export interface CalendarsControl {
  readonly remote: Remote<Calendars>;
  /** Undefined until they are known. */
  readonly calendars: readonly ApiCalendar[] | undefined;
  /** Why the last calendar was not added. */
  readonly addFault: ApiFault | undefined;
  /** Why the last one was not removed. */
  readonly removeFault: ApiFault | undefined;
  readonly isSending: boolean;
  /** @param onKept called once the host has stored it */
  readonly add: (calendar: NewCalendar, onKept: () => void) => void;
  readonly remove: (name: string) => void;
}

/** The calendars of the host. Changes are saved at once. */
export function useCalendars(): CalendarsControl {
  const { api, toasts } = useServices();
  const remote = useRemote('calendars', (signal) => api(getCalendars, {}, signal));
  const [changed, setChanged] = useState<Calendars>();
  const [addFault, setAddFault] = useState<ApiFault>();
  const [removeFault, setRemoveFault] = useState<ApiFault>();
  const [isSending, setSending] = useState(false);
  const controller = useRef<AbortController>();
  useEffect(() => () => controller.current?.abort(), []);
  const send = (
    ask: (signal: AbortSignal) => Promise<Calendars>,
    onDone: () => void,
    onFault: (fault: ApiFault) => void,
  ): void => {
    const { signal } = (controller.current = new AbortController());
    setAddFault(undefined);
    setRemoveFault(undefined);
    setSending(true);
    ask(signal)
      .then(
        (calendars) => {
          setChanged(calendars);
          onDone();
        },
        (error: unknown) => {
          if (!isAbort(error)) onFault(toFault(error));
        },
      )
      .finally(() => {
        if (!signal.aborted) setSending(false);
      });
  };
  const add = (calendar: NewCalendar, onKept: () => void): void => {
    const { means, sources } = calendar;
    const lists = { means: [...means], sources: sources === null ? null : [...sources] };
    const words = translate('logwave.calendars.kept', {
      defaultMessage: 'Logwave saved the calendar {name}. The next run uses it.',
      values: { name: calendar.name },
    });
    send(
      (signal) => api(postCalendar, { body: { ...calendar, ...lists } }, signal),
      () => {
        toasts.success(words);
        onKept();
      },
      setAddFault,
    );
  };
  const remove = (name: string): void => {
    const words = translate('logwave.calendars.removed', {
      defaultMessage: 'Logwave removed the calendar {name}. The next run does not use it.',
      values: { name },
    });
    send(
      (signal) => api(deleteCalendar, { params: { name } }, signal),
      () => toasts.success(words),
      setRemoveFault,
    );
  };
  const calendars = (changed ?? remote.data)?.calendars;
  return { remote, calendars, addFault, removeFault, isSending, add, remove };
}
