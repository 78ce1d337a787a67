import { conditionsOf, filterSchema, type Condition, type Filter } from './condition';
import { fixedFields, missingFields, namedFields } from './condition_fields';
import { conditionWords } from './condition_words';
import { meetsFilter } from './meets_filter';

const ssh: Condition = { field: 'program', any_of: ['sshd', 'sshd-session'] };
const refused: Condition = { range: { field: 'status', gte: 400, lt: 500 } };
const named: Condition = { exists: { field: 'user.name' } };

/** Whether a document with these values meets it. */
function isMet(filter: Filter, document: Record<string, string | number>): boolean {
  return meetsFilter(filter, (field) => [document[field]].filter((one) => one !== undefined));
}

describe('a filter', () => {
  it.each<[string, unknown]>([
    ['a list, as it always was', [ssh, { field: 'type', any_of: ['syslog'] }]],
    ['an empty list', []],
    ['one condition', refused],
    ['groups within groups', { and: [{ or: [ssh, { not: named }] }, refused] }],
  ])('is %s', (_, filter) => {
    expect(filterSchema.parse(filter)).toEqual(filter);
  });

  it.each<[string, unknown]>([
    ['a text', 'program: sshd'],
    ['nothing', null],
    ['an empty group', { and: [] }],
    ['a range without bounds', { range: { field: 'status' } }],
    ['a range with two lower bounds', { range: { field: 'status', gt: 1, gte: 2 } }],
    ['a range that holds nothing', { range: { field: 'status', gte: 500, lt: 500 } }],
    ['two kinds at once', { ...ssh, not: named }],
    ['five groups within each other', { not: { not: { not: { not: { not: named } } } } }],
  ])('is not %s', (_, filter) => {
    expect(filterSchema.safeParse(filter).success).toBe(false);
  });

  it('is refused without a crash if it is too deep', () => {
    const deep = JSON.parse('{"not":'.repeat(50_000) + '{}' + '}'.repeat(50_000)) as unknown;
    expect(filterSchema.safeParse(deep).success).toBe(false);
  });

  it('is refused where it has more conditions than Elasticsearch should be asked for', () => {
    const twenty = Array.from({ length: 20 }, () => named);
    const groups = Array.from({ length: 6 }, () => ({ or: twenty }));
    expect(filterSchema.safeParse({ and: groups.slice(1) }).success).toBe(true);
    expect(filterSchema.safeParse({ and: groups }).success).toBe(false);
  });

  it('is the list of conditions that must all be met, even inside a group', () => {
    expect(conditionsOf([ssh, named])).toEqual([ssh, named]);
    expect(conditionsOf({ and: [ssh, named] })).toEqual([ssh, named]);
    expect(conditionsOf({ or: [ssh, named] })).toEqual([{ or: [ssh, named] }]);
  });

  it('is met by documents as Elasticsearch would find them', () => {
    expect(isMet(ssh, { program: 'sshd' })).toBe(true);
    expect(isMet({ not: ssh }, { program: 'sshd' })).toBe(false);
    expect(isMet({ not: ssh }, {})).toBe(true);
    expect(isMet(named, { 'user.name': 'ana' })).toBe(true);
    expect(isMet(named, {})).toBe(false);
    expect([399, 400, 499, 500].map((status) => isMet(refused, { status }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isMet(refused, {})).toBe(false);
    expect(isMet([ssh, refused], { program: 'sshd', status: 404 })).toBe(true);
    expect(isMet([ssh, refused], { program: 'sshd' })).toBe(false);
    expect(isMet({ or: [ssh, refused] }, { program: 'sshd' })).toBe(true);
  });

  it('names its fields, those that must only be there first', () => {
    expect(namedFields([ssh, { not: named }, { or: [refused, named] }])).toEqual([
      { field: 'user.name', isPresence: true },
      { field: 'user.name', isPresence: true },
      { field: 'program', isPresence: false },
      { field: 'status', isPresence: false },
    ]);
  });

  it('misses a field only if no document can meet it without', () => {
    const has =
      (...fields: string[]) =>
      (field: string) =>
        fields.includes(field);
    expect(missingFields([ssh, refused], has('status'))).toEqual(['program']);
    expect(missingFields([ssh, { not: named }], has('program'))).toEqual([]);
    expect(missingFields({ or: [ssh, refused] }, has('status'))).toEqual([]);
    expect(missingFields({ or: [ssh, refused] }, has())).toEqual(['program', 'status']);
  });

  it('fixes the values of some fields, so that these say nothing new', () => {
    expect(fixedFields({ and: [ssh, refused, { not: { field: 'a', any_of: ['b'] } }] })).toEqual([
      'program',
    ]);
  });

  it('is put in words', () => {
    expect(conditionWords({ and: [ssh, { not: refused }, { or: [named, { not: named }] }] })).toBe(
      'program: sshd, sshd-session and not (status ≥ 400 and status < 500) and (user.name exists or user.name does not exist)',
    );
  });
});
