import { useRef, useState } from 'react';
import { type ApiSilence, markSilence } from '../../../../common/api';
import type { Day } from '../../../../common/time';
import { type ApiFault, isAbort, toFault, useServices } from '../../basics';

/** The marks that a reader may set on a row. */
export type NewMark =
  { readonly kind: 'gone' | 'back' } | { readonly kind: 'mute'; readonly until: Day };

/** Sets marks, one at a time. @param onSet called when one is set */
export function useMarks(onSet: () => void) {
  const { api } = useServices();
  const [isSetting, setSetting] = useState(false);
  const [fault, setFault] = useState<ApiFault | undefined>(undefined);
  // A mark that was sent is set even if the reader leaves the page.
  const { signal } = useRef(new AbortController()).current;
  const set = (row: ApiSilence, mark: NewMark): void => {
    const { host, subtype } = row;
    // A host that is silent in several sources is marked in all of them.
    const isInOne = row.below.every(({ source }) => source === row.source);
    const source = host !== null && !isInOne ? null : row.source;
    setSetting(true);
    setFault(undefined);
    api(markSilence, { body: { ...mark, source, host, subtype } }, signal)
      .then(onSet)
      .catch((error: unknown) => {
        if (!isAbort(error)) setFault(toFault(error));
      })
      .finally(() => setSetting(false));
  };
  return { set, isSetting, fault };
}
