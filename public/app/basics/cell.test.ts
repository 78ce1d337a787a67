import { createCell } from './cell';

describe('a cell', () => {
  it('tells its listeners of a change, and of nothing else', () => {
    const cell = createCell('');
    const heard: string[] = [];
    const stop = cell.subscribe(() => heard.push(cell.get()));
    for (const text of ['s', 's', 'ss']) cell.set(text);
    stop();
    cell.set('ssh');
    expect([heard, cell.get()]).toEqual([['s', 'ss'], 'ssh']);
  });
});
