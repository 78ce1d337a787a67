import { indexShapeSchema } from './index_shape';
import { newField } from './new_field';

/** What becomes of `tags` by one dynamic template that would map it as a number. */
function isMatchedBy(template: object): boolean {
  const one = { ...template, mapping: { type: 'long' } };
  const shape = indexShapeSchema.parse({ mappings: { dynamic_templates: [{ one }] } });
  const made = newField(shape, 'tags');
  return made.state === 'mapped' && made.field.type === 'long';
}

describe('a dynamic template', () => {
  it('is for fields whose whole name matches, by stars or by an expression', () => {
    expect(isMatchedBy({ match: ['x', 't*gs'] })).toBe(true);
    expect(isMatchedBy({ match: 't.gs' })).toBe(false);
    expect(isMatchedBy({ match: 't.gs', match_pattern: 'regex' })).toBe(true);
    expect(isMatchedBy({ match: 'tag', match_pattern: 'regex' })).toBe(false);
  });

  it('is read with the flags that Java writes into its expressions', () => {
    expect(isMatchedBy({ match: '(?i)TAGS', match_pattern: 'regex' })).toBe(true);
    // What JavaScript does not read decides nothing.
    expect(isMatchedBy({ match: 't++.*', match_pattern: 'regex' })).toBe(false);
  });

  it('takes no time, however many stars it has', () => {
    expect(isMatchedBy({ match: `${'*'.repeat(30)}x` })).toBe(false);
  });
});
