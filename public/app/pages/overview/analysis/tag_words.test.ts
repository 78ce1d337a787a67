import { taggedSaid } from './tag_words';

describe('what a run has tagged', () => {
  it('are about documents', () => {
    expect(taggedSaid({ status: 'analyzed', tagged: 131 })).toBe('Logwave tagged 131 documents.');
    expect(taggedSaid({ status: 'partial', tagged: 1 })).toBe('Logwave tagged 1 document.');
  });

  it('is not known of those whose answers were lost', () => {
    const run = { status: 'partial', tagged: 0, tagged_unsettled: 957 } as const;
    expect(taggedSaid(run)).toBe(
      'Logwave tagged 0 documents, and up to 957 more. Analyze the day with tagging, or untag it, to find out.',
    );
  });

  it('is nothing if no tag was placed', () => {
    expect(taggedSaid({ status: 'analyzed', tagged: null })).toBeUndefined();
    expect(taggedSaid({ status: 'analyzed', tagged: 0 })).toBeUndefined();
    expect(taggedSaid({ status: 'canceled', tagged: 5 })).toBeUndefined();
  });
});
