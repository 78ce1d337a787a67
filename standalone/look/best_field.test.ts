import { bestField, fieldReason } from './best_field';

const facts = (field: string, share: number, values: number) => ({ field, share, values });

describe('bestField', () => {
  it('prefers a name that distinguishes kinds of events', () => {
    const fields = [facts('region', 1, 3), facts('log.level', 0.98, 4), facts('user', 1, 900)];
    const best = bestField(fields);
    expect(best).toEqual(facts('log.level', 0.98, 4));
    expect(best && fieldReason(best)).toBe(
      '"log.level" is in 98 % of the documents, with 4 values',
    );
  });

  it('takes no field that most documents lack, that has one value, or too many', () => {
    const fields = [facts('event.code', 0.2, 9), facts('level', 1, 1), facts('program', 1, 5_000)];
    expect(bestField(fields)).toBeUndefined();
    expect(bestField([...fields, facts('region', 0.9, 3)])).toEqual(facts('region', 0.9, 3));
  });

  it('knows the field behind a sub-field and below an object', () => {
    const fields = [facts('region', 1, 3), facts('app.level.keyword', 1, 4)];
    expect(bestField(fields)).toEqual(facts('app.level.keyword', 1, 4));
  });
});
