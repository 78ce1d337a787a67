import { flattenFields } from './flatten_fields';

describe('flattenFields', () => {
  it('gives dotted names in order, lists and numbers as text', () => {
    const source = { b: 1, alert: { signature_id: 2210044, signature: 'x' }, tags: ['t', 'u'] };
    expect(flattenFields(source)).toEqual([
      ['alert.signature', 'x'],
      ['alert.signature_id', '2210044'],
      ['b', '1'],
      ['tags', '["t","u"]'],
    ]);
  });

  it('takes hostile names for what they are', () => {
    const source: unknown = JSON.parse('{"__proto__": {"a": "<script>"}, "constructor": null}');
    expect(flattenFields(source)).toEqual([
      ['__proto__.a', '<script>'],
      ['constructor', 'null'],
    ]);
  });

  it('cuts long texts', () => {
    expect(flattenFields({ a: 'x'.repeat(5_000) })[0]?.[1]).toHaveLength(2_000);
  });

  it('gives nothing for what is not an object', () => {
    expect(flattenFields('text')).toEqual([]);
  });
});
