import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import type { Day } from '../../../../../common/time';
import { dayPath, viewOf, type View, createCell, type Cell, useServices } from '../../../basics';
/** Typing changes the rows at once, and the address after a pause. */
const PAUSE = 300;

/** How the overview is shown, according to the address, and changing that. */
export interface ViewState {
  readonly view: View;
  /** The filter in its field: ahead of the address while the reader types. */
  readonly filter: Cell<string>;
  readonly change: (part: Partial<View>) => void;
}

/** Reads the view from the address and keeps it there. */
export function useView(day: Day): ViewState {
  const { history } = useServices();
  const { search } = useLocation();
  const view = useMemo(() => viewOf(search), [search]);
  const [filter] = useState(() => createCell(view.filter));
  const latest = useRef(view);
  latest.current = view;
  const change = useCallback(
    (part: Partial<View>): void => {
      const wanted = { ...latest.current, filter: filter.get(), ...part };
      history.replace(dayPath(day, wanted));
    },
    [day, filter, history],
  );
  useEffect(() => filter.set(view.filter), [filter, view.filter]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changeSoon = (): void => {
      clearTimeout(timer);
      if (filter.get() !== latest.current.filter) timer = setTimeout(() => change({}), PAUSE);
    };
    const stop = filter.subscribe(changeSoon);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [filter, change]);
  return { view, filter, change };
}
