import { ApiFault } from '../../../basics';
import { draftFaults, EMPTY_DRAFT, refusalAt } from './calendar_draft';

describe('the form of a calendar', () => {
  it('says at each field what is missing', () => {
    expect(draftFaults(EMPTY_DRAFT)).toEqual({
      file: 'Choose an ICS file.',
      name: 'Enter a name.',
      means: 'Choose at least one meaning.',
    });
    const file = new File(['BEGIN:VCALENDAR'], 'a.ics');
    expect(draftFaults({ file, name: 'a', means: ['like_sunday'] })).toEqual({});
  });

  it('has a refusal of the host at the field that it is about', () => {
    const refused = (code: 'calendar_invalid' | 'source_not_found' | 'internal', field?: string) =>
      refusalAt(new ApiFault(422, code, 'it cannot be used', field));
    expect(refused('calendar_invalid')).toEqual({ file: 'It cannot be used.' });
    expect(refused('calendar_invalid', 'means')).toEqual({ means: 'It cannot be used.' });
    expect(refused('source_not_found')).toEqual({ sources: 'It cannot be used.' });
    expect(refused('internal')).toBeUndefined();
  });
});
