/** A text as it is seen: its letters, and where they stand. */
interface SeenText {
  readonly text: string;
  readonly element: Element;
  readonly box: DOMRect;
}

/** Of a line of text only this middle part counts: letters seldom fill it. */
const CORE = 0.5;
/** Texts may touch each other by so much, in pixels. */
const TOUCH = 1.5;
/**
 * Elements that are over the page on purpose: heads that stay, the cursor, what only screen readers
 * see.
 */
const ABOVE =
  '.lwTable-narrow .lwRow-quiet .lwCode, .lwHidden, .lwHourLine, .lwCursor, .lwSaveBar, .lwDay-action, .euiScreenReaderOnly';

function isSeen(element: Element): boolean {
  if (element.closest(ABOVE) !== null) return false;
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

/** The part of a box that what is around it does not cut off. */
function clipped(element: Element, box: DOMRect): DOMRect {
  let { left, right, top, bottom } = box;
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (getComputedStyle(at).overflowX === 'visible') continue;
    const edge = at.getBoundingClientRect();
    left = Math.max(left, edge.left);
    right = Math.min(right, edge.right);
    top = Math.max(top, edge.top);
    bottom = Math.min(bottom, edge.bottom);
  }
  return new DOMRect(left, top, right - left, bottom - top);
}

function seenTexts(): SeenText[] {
  const texts: SeenText[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const node = walker.currentNode;
    const element = node.parentElement;
    const text = (node.textContent ?? '').trim();
    if (element === null || text === '' || !isSeen(element)) continue;
    if (element.closest('script, style, title, desc, option') !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const whole of Array.from(range.getClientRects())) {
      const box = clipped(element, whole);
      if (box.width > TOUCH && box.height > TOUCH) texts.push({ text, element, box });
    }
  }
  return texts;
}

function isSticky(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (['sticky', 'fixed'].includes(getComputedStyle(at).position)) return true;
  }
  return false;
}

function core({ left, right, top, height }: DOMRect) {
  const middle = top + height / 2;
  const half = (height * CORE) / 2;
  return { left: left + TOUCH, right: right - TOUCH, top: middle - half, bottom: middle + half };
}

function overlaps(texts: readonly SeenText[]): string[] {
  const faults: string[] = [];
  const placed = texts
    .filter(({ element }) => !isSticky(element))
    .map((text) => ({ ...text, core: core(text.box) }))
    .sort((a, b) => a.core.top - b.core.top);
  placed.forEach((one, index) => {
    for (const other of placed.slice(index + 1)) {
      if (other.core.top >= one.core.bottom) break;
      if (one.element === other.element) continue;
      if (one.core.left < other.core.right && other.core.left < one.core.right) {
        faults.push(`“${one.text}” and “${other.text}” stand on each other`);
      }
    }
  });
  return faults;
}

function cutTexts(): string[] {
  return Array.from(document.querySelectorAll<HTMLElement>('body *')).flatMap((element) => {
    const hasText = Array.from(element.childNodes).some(
      ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim() !== '',
    );
    if (!hasText || !isSeen(element) || element.closest('select, option') !== null) return [];
    const { overflowX } = getComputedStyle(element);
    const isCut = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    if (!isCut || element.closest('[title]:not([title=""])') !== null) return [];
    return [`“${element.textContent ?? ''}” is cut and has no title`];
  });
}

/** Whether a text is wider than its element, be it by a part of a pixel: that shows an ellipsis. */
function isCutAtAll(element: HTMLElement): boolean {
  const range = document.createRange();
  range.selectNodeContents(element);
  const [text, box] = [range, element].map((one) => one.getBoundingClientRect().width);
  return element.scrollWidth > element.clientWidth + 1 || (text ?? 0) > (box ?? 0) + 0.05;
}

/** Names that are cut in the part in which they differ. */
function cutEnds(): string[] {
  return Array.from(document.querySelectorAll<HTMLElement>('.lwCut-tail')).flatMap((element) =>
    isSeen(element) && isCutAtAll(element)
      ? [`the end of “${element.parentElement?.textContent ?? ''}” is cut`]
      : [],
  );
}

/**
 * What is wrong with how the page fits its window, one line each: it scrolls sideways, a text is
 * cut and has no title, the end of a name is cut, or two texts stand on each other.
 */
export function layoutFaults(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const sideways =
    scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} > ${clientWidth}`] : [];
  return [...sideways, ...cutTexts(), ...cutEnds(), ...overlaps(seenTexts())];
}
