import fc from 'fast-check';
import { hasTag, tagsShape, withoutTag, withTag } from './tags_field';

describe('tags', () => {
  it('are a list, one value or missing', () => {
    expect([['a'], [], 'a', 5, null, undefined].map(tagsShape)).toEqual([
      'list',
      'list',
      'single',
      'single',
      'absent',
      'absent',
    ]);
  });

  it('have a tag only when one of them is exactly that tag', () => {
    const tagged = [['a', 'x'], 'x', [['x']]];
    const untagged = ['xx', ['a x'], [], null, undefined, { x: 'x' }];
    expect(tagged.map((tags) => hasTag(tags, 'x'))).toEqual([true, true, true]);
    expect(untagged.map((tags) => hasTag(tags, 'x'))).toEqual(untagged.map(() => false));
  });

  it('keep what is there when one is added', () => {
    expect(withTag(undefined, 'x')).toEqual(['x']);
    expect(withTag(null, 'x')).toEqual(['x']);
    expect(withTag('a', 'x')).toEqual(['a', 'x']);
    expect(withTag(['a', 'b', 'a'], 'x')).toEqual(['a', 'b', 'a', 'x']);
  });

  it('are written as before when one is removed', () => {
    expect(withoutTag(['a', 'x'], 'x', 'single')).toBe('a');
    expect(withoutTag(['a', 'x'], 'x', 'list')).toEqual(['a']);
    expect(withoutTag(['x'], 'x', 'absent')).toEqual([]);
  });

  it('stay a list if somebody has added another to a single value', () => {
    expect(withoutTag(['a', 'x', 'b'], 'x', 'single')).toEqual(['a', 'b']);
    expect(withoutTag('x', 'x', 'single')).toEqual([]);
  });

  it('lose one in a nested list, and nothing else', () => {
    expect(withoutTag([['a', 'x'], 'b'], 'x', 'list')).toEqual([['a'], 'b']);
    expect(withoutTag([[['x']], 'x', 'b'], 'x', 'list')).toEqual(['b']);
    expect(withoutTag([[], ['a', []], 'x'], 'x', 'list')).toEqual([[], ['a', []]]);
  });

  it('never have a tag that was removed', () => {
    const tags = fc.letrec<{ tags: unknown }>((tie) => ({
      tags: fc.oneof(fc.constantFrom('x', 'a', 5, null), fc.array(tie('tags'), { maxLength: 4 })),
    })).tags;
    fc.assert(
      fc.property(tags, fc.constantFrom('absent', 'single', 'list'), (value, was) => {
        expect(hasTag(withoutTag(value, 'x', was), 'x')).toBe(false);
      }),
    );
  });
});
