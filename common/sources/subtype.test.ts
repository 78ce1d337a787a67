import fc from 'fast-check';
import { decodeSubtype, encodeSubtype, valuesOfSubtype } from './subtype';

describe('the key of a series', () => {
  it('gives back the values that it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 3 }), (values) => {
        expect(valuesOfSubtype(encodeSubtype(values), values.length)).toEqual(values);
      }),
    );
  });

  it('has no values if it was not made for that many fields', () => {
    for (const key of ['sshd', '', '[', '[]', '["a"]', '["a","b","c"]', '{}', 'null', '[1,2]']) {
      expect([key, valuesOfSubtype(key, 2)]).toEqual([key, undefined]);
      expect(() => decodeSubtype(key, 2)).toThrow(RangeError);
    }
  });
});
