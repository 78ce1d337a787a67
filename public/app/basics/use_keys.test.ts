import { areKeysOn, switchKeys } from './use_keys';

describe('single keys', () => {
  it('are on until the reader switches them off, and that is remembered', () => {
    const kept = new Map<string, string>();
    const storage = {
      get: (key: string) => kept.get(key) ?? null,
      set: (key: string, value: string) => void kept.set(key, value),
    };
    expect(areKeysOn(storage)).toBe(true);
    switchKeys(storage, false);
    expect(areKeysOn(storage)).toBe(false);
    switchKeys(storage, true);
    expect(areKeysOn(storage)).toBe(true);
  });
});
