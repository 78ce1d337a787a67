/** The moment at which the data of the day have arrived, before they are parsed. */
export const DATA_MARK = 'logwave-data';

/** Right after the browser has painted what the scripts have done so far. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });
}

/** Resolves when the first row is there. */
function firstRow(): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector('tr[data-row]') === null) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    look();
  });
}

/** Milliseconds from the arrival of the data to the first painted row. */
export async function paintTime(): Promise<number> {
  await firstRow();
  await afterPaint();
  const [mark] = performance.getEntriesByName(DATA_MARK);
  return performance.now() - (mark?.startTime ?? NaN);
}

/** Watches how long the page is busy without a break. */
function watchTasks(): () => number {
  const { port1, port2 } = new MessageChannel();
  let [last, longest] = [performance.now(), 0];
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  return () => {
    port1.close();
    return longest;
  };
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

/** What scrolling from the first to the last row costs. */
export interface ScrollCost {
  /** The longest that the page was busy without a break, in milliseconds. */
  readonly longest: number;
  readonly frames: number;
}

/** Scrolls through all rows, some pixels a frame, to the end of the page. */
export async function scrollThrough(pixels: number): Promise<ScrollCost> {
  window.scrollTo(0, 0);
  await nextFrame();
  // Asked once: in between it would make the browser lay the page out before its time.
  const way = document.documentElement.scrollHeight - window.innerHeight;
  const frames = Math.ceil(way / pixels);
  const stop = watchTasks();
  for (let frame = 1; frame <= frames; frame += 1) {
    window.scrollTo(0, Math.min(way, frame * pixels));
    await nextFrame();
  }
  return { longest: stop(), frames };
}

function fieldOf(selector: string): HTMLInputElement {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (field === null) throw new Error(`there is no ${selector}`);
  return field;
}

/** Milliseconds from a key in the filter to the painted rows that fit. */
export async function filterTime(text: string): Promise<number> {
  const field = fieldOf('[data-test-subj="logwaveFilter"]');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  const begin = performance.now();
  set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await afterPaint();
  return performance.now() - begin;
}
