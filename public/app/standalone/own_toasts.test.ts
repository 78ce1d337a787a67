import { createOwnToasts } from './own_toasts';

describe('the messages of the standalone host', () => {
  it('are shown in their order until each is dismissed', () => {
    const toasts = createOwnToasts();
    let calls = 0;
    const stop = toasts.subscribe(() => (calls += 1));
    toasts.success('Tagged 3 documents.');
    toasts.success('The schedule is on.');
    expect(toasts.shown().map(({ title }) => title)).toEqual([
      'Tagged 3 documents.',
      'The schedule is on.',
    ]);
    toasts.dismiss(toasts.shown()[0]?.id ?? '');
    expect(toasts.shown().map(({ title }) => title)).toEqual(['The schedule is on.']);
    stop();
    toasts.success('Removed 3 tags.');
    expect(calls).toBe(3);
  });

  it('may say the same twice', () => {
    const toasts = createOwnToasts();
    toasts.success('Tagged 3 documents.');
    toasts.success('Tagged 3 documents.');
    expect(new Set(toasts.shown().map(({ id }) => id)).size).toBe(2);
  });
});
