import { newSourceDraft } from '../draft/source_draft';
import { checkFault } from './check_faults';

const draft = { ...newSourceDraft(), index: 'logs-*', subtype_fields: 'hots, program' };
const MISTYPED = 'no document has "hots": correct the name of the field';

describe('the result of the check for a field', () => {
  it('is next to the field that no document has', () => {
    const check = { state: 'unusable', words: MISTYPED } as const;
    expect(checkFault(check, 'subtype_fields', draft)).toBe(
      'No document has "hots": correct the name of the field.',
    );
    expect(checkFault(check, 'time_field', draft)).toBeUndefined();
    expect(checkFault(check, 'tag', draft)).toBeUndefined();
  });

  it('is next to the indices if there are none', () => {
    const check = { state: 'no_index', words: 'No index matches logs-*.' } as const;
    expect(checkFault(check, 'index', draft)).toBe('No index matches logs-*.');
    expect(checkFault(check, 'subtype_fields', draft)).toBeUndefined();
  });

  it('is nothing where all can be counted, or nothing is known yet', () => {
    expect(checkFault({ state: 'usable', words: 'fine' }, 'index', draft)).toBeUndefined();
    expect(checkFault(undefined, 'index', draft)).toBeUndefined();
  });
});
