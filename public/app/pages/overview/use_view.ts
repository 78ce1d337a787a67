import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import type { Day } from '../../../../common/time/day';
import { dayPath, viewOf, type View } from '../../address';
import { useServices } from '../../services';

/** Typing changes the rows at once, and the address when it pauses. */
const PAUSE = 300;

/** How the overview is looked at, as the address says it, and changing that. */
export interface ViewState {
  readonly view: View;
  /** The filter as it stands in its field: ahead of the address while somebody types. */
  readonly filter: string;
  readonly change: (part: Partial<View>) => void;
  readonly setFilter: (filter: string) => void;
}

/** Reads the view from the address and keeps it there. */
export function useView(day: Day): ViewState {
  const { history } = useServices();
  const { search } = useLocation();
  const view = useMemo(() => viewOf(search), [search]);
  const [filter, setFilter] = useState(view.filter);
  const latest = useRef(view);
  latest.current = view;
  const change = (part: Partial<View>): void =>
    history.replace(dayPath(day, { ...latest.current, ...part }));
  useEffect(() => setFilter(view.filter), [view.filter]);
  useEffect(() => {
    if (filter === latest.current.filter) return undefined;
    const timer = setTimeout(
      () => history.replace(dayPath(day, { ...latest.current, filter })),
      PAUSE,
    );
    return () => clearTimeout(timer);
  }, [filter, day, history]);
  return { view, filter, change, setFilter };
}
