import { setTimeout as wait } from 'node:timers/promises';
import { readAhead } from './read_ahead';

async function* numbers(log: string[], failAt = Infinity): AsyncGenerator<number> {
  try {
    for (let number = 1; number <= 4; number += 1) {
      if (number === failAt) throw new Error(`no ${number}`);
      log.push(`made ${number}`);
      yield await Promise.resolve(number);
    }
  } finally {
    log.push('closed');
  }
}

async function take(items: AsyncIterable<number>, log: string[], stopAt = Infinity): Promise<void> {
  for await (const item of items) {
    await wait(1);
    log.push(`used ${item}`);
    if (item === stopAt) return;
  }
}

describe('readAhead', () => {
  it('fetches the next item while the present one is used', async () => {
    const log: string[] = [];
    await take(readAhead(numbers(log)), log);
    expect(log).toEqual([
      'made 1',
      'made 2',
      'used 1',
      'made 3',
      'used 2',
      'made 4',
      'used 3',
      'closed',
      'used 4',
    ]);
  });

  it('throws at the item where the source threw', async () => {
    const log: string[] = [];
    await expect(take(readAhead(numbers(log, 3)), log)).rejects.toThrow('no 3');
    expect(log.filter((line) => line.startsWith('used'))).toEqual(['used 1', 'used 2']);
  });

  it('closes the source when the caller stops early', async () => {
    const log: string[] = [];
    await take(readAhead(numbers(log)), log, 2);
    expect(log).toEqual(['made 1', 'made 2', 'used 1', 'made 3', 'used 2', 'closed']);
  });

  it('has nothing unhandled when the source fails after the caller has stopped', async () => {
    const log: string[] = [];
    await take(readAhead(numbers(log, 3)), log, 2);
    expect(log).toContain('closed');
  });
});
