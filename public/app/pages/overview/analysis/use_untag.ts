import { useState } from 'react';
import { untagDay } from '../../../../../common/api';
import type { Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import { toFault, type ApiFault, useServices } from '../../../basics';

/** The removal of a day's tags, and its errors. */
export interface Untag {
  readonly untag: () => void;
  readonly fault: ApiFault | undefined;
}

/** @param onDone called with a sentence about what was removed */
export function useUntag(day: Day, onDone: (words: string) => void): Untag {
  const { api } = useServices();
  const [fault, setFault] = useState<ApiFault>();
  const untag = (): void => {
    setFault(undefined);
    const { signal } = new AbortController();
    api(untagDay, { params: { day } }, signal).then(
      ({ removed, left_out: leftOut }) => {
        const words = translate('logwave.said.untagged', {
          defaultMessage: 'Logwave removed {count, plural, one {# tag} other {# tags}}.',
          values: { count: removed },
        });
        onDone([words, ...leftOut].join(' '));
      },
      (error: unknown) => setFault(toFault(error)),
    );
  };
  return { untag, fault };
}
