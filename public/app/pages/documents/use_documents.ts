import { useCallback, useEffect, useRef, useState } from 'react';
import { type AnswerOf, getDocuments } from '../../../../common/api';
import type { Day } from '../../../../common/time';
import {
  type DocumentsWish,
  type SeriesKey,
  isAbort,
  toFault,
  type ApiFault,
  useServices,
} from '../../basics';
import { withoutRepeats } from './without_repeats';

type Answer = AnswerOf<typeof getDocuments>;
export type LogDocument = Answer['documents'][number];

/** Documents that have arrived, page by page. */
export interface Documents {
  readonly documents: readonly LogDocument[];
  /** All that exist; undefined before the first page. */
  readonly total: number | undefined;
  /** Why documents may be missing; null if all are found. */
  readonly missing: string | null;
  /** Whose definition of these hours is used; undefined before the first page. */
  readonly zone: string | undefined;
  readonly fault: ApiFault | undefined;
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  /** Requests the next page, or the failed one again. */
  readonly more: () => void;
}

interface Held {
  readonly pages: readonly Answer[];
  readonly fault: ApiFault | undefined;
  readonly isLoading: boolean;
}

const PAGE = 100;
const NOTHING: Held = { pages: [], fault: undefined, isLoading: true };

/** Requests the documents of some hours of a series. */
export function useDocuments(
  day: Day,
  series: SeriesKey,
  { hours, isLatestFirst }: DocumentsWish,
): Documents {
  const { api } = useServices();
  const [held, setHeld] = useState(NOTHING);
  const controller = useRef<AbortController>();
  const { source, subtype } = series;
  const list = hours.join(',');
  const order = isLatestFirst ? ('latest' as const) : ('oldest' as const);
  const load = useCallback(
    (after: string | null) => {
      controller.current?.abort();
      const { signal } = (controller.current = new AbortController());
      const query = { source, subtype, size: PAGE, hours: list === '' ? undefined : list, order };
      setHeld((before) => ({ ...before, fault: undefined, isLoading: true }));
      const whole = { ...query, after: after ?? undefined };
      api(getDocuments, { params: { day }, query: whole }, signal).then(
        (page) =>
          setHeld(({ pages }) => ({
            pages: after === null ? [page] : [...pages, page],
            fault: undefined,
            isLoading: false,
          })),
        (error: unknown) => {
          if (isAbort(error)) return;
          setHeld(({ pages }) => ({ pages, fault: toFault(error), isLoading: false }));
        },
      );
    },
    [api, day, source, subtype, list, order],
  );
  useEffect(() => {
    load(null);
    return () => controller.current?.abort();
  }, [load]);
  const last = held.pages[held.pages.length - 1];
  const next = last?.next ?? null;
  const documents = withoutRepeats(held.pages.flatMap((page) => page.documents));
  return {
    documents,
    // If an index was closed meanwhile, fewer are left than were shown.
    total: last && Math.max(last.total, documents.length),
    missing: last?.missing ?? null,
    zone: held.pages[0]?.zone,
    fault: held.fault,
    isLoading: held.isLoading,
    hasMore: next !== null,
    more: () => load(next),
  };
}
