import { missingValue } from './missing_value';

describe('missingValue', () => {
  it('is a text that no log has for keywords, and a number that JSON keeps for whole numbers', () => {
    expect(missingValue('keyword')?.missing).toMatch(/^no value [0-9a-f-]{36}$/);
    const number = missingValue('whole number');
    expect(Number.isSafeInteger(number?.missing)).toBe(true);
    expect(number).toMatchObject({ value_type: 'long' });
  });

  it('does not exist for kinds in which every value may occur', () => {
    expect(['boolean', 'ip', 'date', 'fraction', null].map(missingValue)).toEqual(
      Array(5).fill(undefined),
    );
  });
});
