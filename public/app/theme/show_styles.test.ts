import { pageStyles } from './page_styles';

interface FakeStyle {
  nonce?: string;
  disabled?: boolean;
  textContent?: string;
}

/** A document that only knows which style sheets it has, and the module as a page loads it. */
async function loaded() {
  const sheets: FakeStyle[] = [];
  const head = {
    appendChild: (sheet: FakeStyle) => {
      sheets.push(sheet);
      return sheet;
    },
  };
  jest.resetModules();
  Object.assign(globalThis, { document: { head, createElement: () => ({}) } });
  const { showStyles } = await import('./show_styles');
  return { sheets, showStyles };
}

describe('the style sheet of the page', () => {
  afterEach(() => void Reflect.deleteProperty(globalThis, 'document'));

  it('is one element, made once, that holds only while the page is there', async () => {
    const { sheets, showStyles } = await loaded();
    const hide = showStyles();
    expect(sheets).toEqual([{ disabled: false, textContent: pageStyles }]);
    hide();
    expect(sheets[0]?.disabled).toBe(true);
    showStyles();
    expect(sheets.map(({ disabled }) => disabled)).toEqual([false]);
  });

  it('carries the nonce of a host that allows no other', async () => {
    const { sheets, showStyles } = await loaded();
    showStyles('abc');
    expect(sheets[0]?.nonce).toBe('abc');
  });

  it('is one that browsers read as it is: nothing is nested, and no prefix is left out', () => {
    const depths = [...pageStyles.matchAll(/[{}]/g)].reduce<number[]>(
      (all, [brace]) => [...all, (all.at(-1) ?? 0) + (brace === '{' ? 1 : -1)],
      [],
    );
    // A rule within a media query.
    expect(Math.max(...depths)).toBe(2);
    expect(depths.at(-1)).toBe(0);
    expect(pageStyles).not.toContain('&');
    const countOf = (words: RegExp) => pageStyles.match(words)?.length;
    expect(countOf(/-webkit-print-color-adjust/g)).toBe(countOf(/[ ;]print-color-adjust/g));
    expect(pageStyles).not.toMatch(/[ ;](user-select|appearance|backdrop-filter|mask|hyphens):/);
  });
});
