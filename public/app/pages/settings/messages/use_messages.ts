import { useEffect, useRef, useState } from 'react';
import { type AnswerOf, getNotifications, testChannel } from '../../../../../common/api';
import {
  isAbort,
  toFault,
  type ApiFault,
  type Remote,
  useRemote,
  useServices,
} from '../../../basics';
import { testedWords } from './message_words';

/** The result of the latest test. */
export interface Tested {
  readonly name: string;
  readonly words: string;
}

export interface MessagesControl {
  readonly remote: Remote<AnswerOf<typeof getNotifications>>;
  readonly tested: Tested | undefined;
  /** Why the latest test did not arrive. */
  readonly testFault: ApiFault | undefined;
  readonly isSending: boolean;
  readonly test: (name: string) => void;
}

/** The channels, and tests of them. */
export function useMessages(): MessagesControl {
  const { api } = useServices();
  const remote = useRemote('notifications', (signal) => api(getNotifications, {}, signal));
  const [tested, setTested] = useState<Tested>();
  const [testFault, setFault] = useState<ApiFault>();
  const [isSending, setSending] = useState(false);
  const controller = useRef<AbortController>();
  useEffect(() => () => controller.current?.abort(), []);
  const test = (name: string): void => {
    const { signal } = (controller.current = new AbortController());
    setFault(undefined);
    setTested(undefined);
    setSending(true);
    api(testChannel, { body: { channel: name } }, signal)
      .then(
        (answer) => setTested({ name, words: testedWords(answer) }),
        (error: unknown) => {
          if (!isAbort(error)) setFault(toFault(error));
        },
      )
      .finally(() => {
        if (!signal.aborted) setSending(false);
      });
  };
  return { remote, tested, testFault, isSending, test };
}
