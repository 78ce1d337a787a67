import { createBrowserStorage } from './browser_storage';

describe('the storage of habits', () => {
  it('keeps them in the browser', () => {
    const held = new Map<string, string>();
    const storage = createBrowserStorage({
      getItem: (key) => held.get(key) ?? null,
      setItem: (key, value) => void held.set(key, value),
    });
    storage.set('a', '1');
    expect([storage.get('a'), held.get('a'), storage.get('b')]).toEqual(['1', '1', null]);
  });

  it('keeps them for the visit where the browser refuses', () => {
    const refuse = (): never => {
      throw new DOMException('no', 'SecurityError');
    };
    const storage = createBrowserStorage({ getItem: refuse, setItem: refuse });
    expect(storage.get('a')).toBeNull();
    storage.set('a', '1');
    expect(storage.get('a')).toBe('1');
  });
});
