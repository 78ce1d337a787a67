import { withoutRepeats } from './without_repeats';

describe('withoutRepeats', () => {
  it('gives each document once, where it came first', () => {
    const of = (index: string, id: string, page: number) => ({ index, id, page });
    const documents = [of('a', '1', 1), of('b', '1', 1), of('b', '1', 2), of('a', '2', 2)];
    expect(withoutRepeats(documents)).toEqual([of('a', '1', 1), of('b', '1', 1), of('a', '2', 2)]);
  });
});
