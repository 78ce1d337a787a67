import { settingsHash, stableJson } from './settings_hash';

describe('stableJson', () => {
  it('does not depend on the order of keys', () => {
    expect(stableJson({ b: [1, { d: null, c: 'x' }], a: 1 })).toBe(
      '{"a":1,"b":[1,{"c":"x","d":null}]}',
    );
  });

  it('leaves out what is undefined', () => {
    expect(stableJson({ a: undefined, b: 2 })).toBe('{"b":2}');
  });
});

describe('settingsHash', () => {
  it('is 16 hexadecimal digits that change with any value', () => {
    expect(settingsHash({ depth: 5 })).toMatch(/^[0-9a-f]{16}$/);
    expect(settingsHash({ depth: 5 })).not.toBe(settingsHash({ depth: 6 }));
  });
});
