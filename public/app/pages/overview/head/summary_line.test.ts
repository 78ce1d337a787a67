import { createElement } from 'react';
import { act, create, type ReactTestRenderer } from 'react-test-renderer';
import { ordinaryDay } from '../../../../../test/fixtures/page_day';
import { ServicesContext, type PageServices } from '../../../basics';
import { SummaryLine } from './summary_line';

const { head } = ordinaryDay();
const history = { createHref: ({ pathname }: { pathname: string }) => pathname };
const services = { history } as unknown as PageServices;

/** What the page says of its state, from one moment to the next. */
interface Moment {
  readonly said: string;
  readonly isOnlySpoken?: boolean;
  readonly shown?: string;
  readonly day?: string;
}

/** What can be seen in the line of messages at each of some moments. */
function seenAt(moments: readonly Moment[]): string[] {
  let drawn: ReactTestRenderer | undefined;
  return moments.map(({ said, isOnlySpoken = false, shown = '', day = head.day }) => {
    const line = createElement(SummaryLine, {
      head: { ...head, day },
      said,
      isOnlySpoken,
      shown,
      children: null,
    });
    const element = createElement(ServicesContext.Provider, { value: services }, line);
    act(() => {
      if (drawn === undefined) drawn = create(element);
      else drawn.update(element);
    });
    const [paragraph] = drawn?.root.findAll(({ props }) => props['role'] === 'status') ?? [];
    return (paragraph?.children ?? [])
      .flatMap((child) => {
        if (typeof child === 'string') return child;
        return child.props['className'] === 'lwHidden' ? [] : child.children.map(String);
      })
      .join('');
  });
}

describe('the line of messages', () => {
  const running = { said: 'Analyzing, 25 percent.', isOnlySpoken: true };

  it('takes no room before there is a message', () => {
    expect(seenAt([{ said: '' }, running])).toEqual(['', '']);
  });

  it('keeps its height when the next analysis starts, so that no row moves', () => {
    const moments = [{ said: 'Analyzed.' }, { said: '' }, running, { said: 'Analyzed.' }];
    expect(seenAt(moments)).toEqual(['Analyzed.', '\u00a0', '\u00a0', 'Analyzed.']);
  });

  it('takes no room on another day', () => {
    expect(seenAt([{ said: 'Analyzed.' }, { said: '', day: '2015-04-02' }])).toEqual([
      'Analyzed.',
      '',
    ]);
  });

  it('is filled by the number of rows that match a filter', () => {
    const filtered = { ...running, shown: '3 of 42 shown.' };
    expect(seenAt([{ said: 'Analyzed.' }, filtered])[1]).toBe(' 3 of 42 shown.');
  });
});
