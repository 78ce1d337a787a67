/** The moment at which the data of the day have arrived, before they are parsed. */
export const DATA_MARK = 'logwave-data';

/** Chromium's own scheduler: its most urgent tasks run before timers and other messages. */
interface TaskScheduler {
  readonly postTask: (task: () => void, options: { readonly priority: 'user-blocking' }) => void;
}
declare const scheduler: TaskScheduler;

/** Right after the browser has painted what the scripts have done so far, and before they do more. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    // A frame is painted in the same task, after what was asked for at its begin.
    requestAnimationFrame(() => {
      scheduler.postTask(resolve, { priority: 'user-blocking' });
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

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

/** Scrolls through all rows, some pixels a frame, to the end of the page. */
export async function scrollThrough(pixels: number): Promise<void> {
  window.scrollTo(0, 0);
  await nextFrame();
  // Asked once: in between it would make the browser lay the page out before its time.
  const way = document.documentElement.scrollHeight - window.innerHeight;
  const frames = Math.ceil(way / pixels);
  for (let frame = 1; frame <= frames; frame += 1) {
    window.scrollTo(0, Math.min(way, frame * pixels));
    await nextFrame();
  }
}

function fieldOf(selector: string): HTMLInputElement {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (field === null) throw new Error(`there is no ${selector}`);
  return field;
}

/** Milliseconds from a key in the filter to the first painted rows that fit it, and to all on the screen. */
export async function filterTimes(text: string): Promise<{ first: number; all: number }> {
  const field = fieldOf('[data-test-subj="logwaveFilter"]');
  const begin = performance.now();
  // As the browser does it: React overhears a value that is set on the element itself.
  Reflect.set(HTMLInputElement.prototype, 'value', text, field);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await afterPaint();
  const first = performance.now() - begin;
  await afterPaint();
  return { first, all: performance.now() - begin };
}
