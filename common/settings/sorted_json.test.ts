import fc from 'fast-check';
import { sortedJson } from './sorted_json';

describe('sortedJson', () => {
  it('sorts the keys at every depth and leaves lists in their order', () => {
    expect(sortedJson({ b: [2, { d: null, c: 'x' }], a: {}, 10: [], 9: true })).toBe(
      [
        '{',
        '  "10": [],',
        '  "9": true,',
        '  "a": {},',
        '  "b": [',
        '    2,',
        '    {',
        '      "c": "x",',
        '      "d": null',
        '    }',
        '  ]',
        '}',
      ].join('\n'),
    );
  });

  it('shows keys for what they are', () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"a": 1}, "\\n": 2}');
    expect(sortedJson(hostile)).toBe('{\n  "\\n": 2,\n  "__proto__": {\n    "a": 1\n  }\n}');
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.parse(sortedJson(JSON.parse(text)))).toEqual(JSON.parse(text));
      }),
    );
  });
});
