import { renderHook, settle } from '../../../test/fixtures/render_hook';
import { createCell, useCell } from './cell';

describe('a cell', () => {
  it('notifies its listeners of a change, and of nothing else', () => {
    const cell = createCell('');
    const heard: string[] = [];
    const stop = cell.subscribe(() => heard.push(cell.get()));
    for (const text of ['s', 's', 'ss']) cell.set(text);
    stop();
    cell.set('ssh');
    expect([heard, cell.get()]).toEqual([['s', 'ss'], 'ssh']);
  });
});

describe('a component that looks at a cell', () => {
  it('is drawn with each new value, and once for it', async () => {
    const cell = createCell(0);
    const { drawn } = await renderHook(useCell<number>, cell);
    await settle(() => cell.set(1));
    await settle(() => cell.set(1));
    await settle(() => cell.set(2));
    expect(drawn).toEqual([0, 1, 2]);
  });

  it('sees what was set between its drawing and its subscription', async () => {
    const cell = createCell('early');
    const { now } = await renderHook((looked: typeof cell) => {
      const value = useCell(looked);
      if (value === 'early') looked.set('late');
      return value;
    }, cell);
    expect(now()).toBe('late');
  });

  it('follows another cell when it is given one, and no longer the first', async () => {
    const [first, second] = [createCell('a'), createCell('b')];
    const { now, draw, drawn } = await renderHook(useCell<string>, first);
    await draw(second);
    expect(now()).toBe('b');
    const times = drawn.length;
    await settle(() => first.set('A'));
    expect(drawn).toHaveLength(times);
    await settle(() => second.set('B'));
    expect(now()).toBe('B');
  });

  it('gets no notification after it was removed', async () => {
    const cell = createCell(0);
    const { drawn, takeAway } = await renderHook(useCell<number>, cell);
    await takeAway();
    await settle(() => cell.set(1));
    expect(drawn).toEqual([0]);
  });
});
