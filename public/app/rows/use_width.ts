import { useLayoutEffect, useState, type RefObject } from 'react';

/** Before the first measurement: a window of 1400 pixels. */
const USUAL_WIDTH = 1352;

/** The width of an element, updated as it changes. */
export function useWidth(ref: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(USUAL_WIDTH);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const measure = (): void => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
