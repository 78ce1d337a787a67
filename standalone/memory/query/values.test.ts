import { hasValue, valuesOf } from './values';

describe('the values of a field', () => {
  const source = {
    program: 'sshd',
    hosts: ['a', ['b', null]],
    nothing: null,
    log: { level: 'info', 'file.path': '/var/log/a' },
    'alert.id': 5,
    alert: [{ id: 6 }, { id: [7, 8] }, { other: 9 }],
  };

  it.each([
    ['program', ['sshd']],
    ['program.keyword', ['sshd']],
    ['hosts', ['a', 'b']],
    ['nothing', []],
    ['absent', []],
    ['absent.keyword', []],
    ['log.level', ['info']],
    ['log.level.keyword', ['info']],
    ['log.file.path', ['/var/log/a']],
    ['alert.id', [6, 7, 8, 5]],
  ])('are read along its path, whose parts may have dots: %s', (field, values) => {
    expect(valuesOf(field)(source)).toEqual(values);
    const seen: unknown[] = [];
    expect(hasValue(field, (value) => seen.push(value) < 0)(source)).toBe(false);
    expect(seen).toEqual(values);
    expect(hasValue(field, (value) => value === values.at(-1))(source)).toBe(values.length > 0);
  });
});
