import { atMost } from './at_most';

interface Begun {
  readonly item: string;
  readonly end: () => void;
  readonly fail: (error: Error) => void;
}

function recorded(limit: number) {
  const begun: Begun[] = [];
  const run = atMost(limit, (item: string) => {
    return new Promise<string>((resolve, reject) => {
      begun.push({ item, end: () => resolve(item), fail: reject });
    });
  });
  return { run, begun, items: () => begun.map(({ item }) => item) };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('work of which so much is under way', () => {
  it('begins the next, in its order, when one has ended or failed', async () => {
    const { run, begun, items } = recorded(2);
    const results = ['a', 'b', 'c', 'd', 'e'].map((item) => run(item));
    const ends = Promise.allSettled(results);
    await settle();
    expect(items()).toEqual(['a', 'b']);
    begun[1]?.end();
    await settle();
    expect(items()).toEqual(['a', 'b', 'c']);
    begun[0]?.fail(new Error('broken'));
    await settle();
    expect(items()).toEqual(['a', 'b', 'c', 'd']);
    begun[2]?.end();
    begun[3]?.end();
    await settle();
    begun[4]?.end();
    const states = (await ends).map(({ status }) => status);
    expect(states).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
  });

  it('begins one more, and no more, when a turn is handed on before the work ends', async () => {
    const begun: string[] = [];
    const turns = new Map<string, { readonly handOn: () => void; readonly end: () => void }>();
    const run = atMost(1, (item: string, handOn) => {
      begun.push(item);
      return new Promise<void>((end) => turns.set(item, { handOn, end }));
    });
    const ends = Promise.all(['a', 'b', 'c'].map((item) => run(item)));
    await settle();
    expect(begun).toEqual(['a']);
    turns.get('a')?.handOn();
    turns.get('a')?.handOn();
    await settle();
    expect(begun).toEqual(['a', 'b']);
    turns.get('a')?.end();
    await settle();
    expect(begun).toEqual(['a', 'b']);
    turns.get('b')?.end();
    await settle();
    expect(begun).toEqual(['a', 'b', 'c']);
    turns.get('c')?.end();
    await ends;
  });
});
