import { parseSettings } from '../../../../../common/settings/parse_settings';
import { addSource } from './draft_changes';
import { faultNames } from './fault_names';
import { checkDraft, draftOf } from './settings_draft';

const parsed = parseSettings({ zone: 'UTC' });
if ('errors' in parsed) throw new Error(parsed.errors.join());
const base = { saved: {}, settings: parsed.settings };
const before = draftOf(base.settings);

function namesOf(draft: typeof before): string[] {
  const checked = checkDraft(base, draft);
  return 'faults' in checked ? faultNames(checked.faults, draft) : [];
}

describe('the fields that are not valid', () => {
  it('are named as the page names them', () => {
    expect(namesOf({ ...before, zone: 'Mars', training_days: 'many', score_limit: '' })).toEqual([
      'Time zone',
      'Training days',
      'Score threshold',
    ]);
  });

  it('are named with their source, also where it has no name yet', () => {
    expect(namesOf(addSource(before))).toEqual(
      expect.arrayContaining(['New source: ID', 'New source: Indices', 'New source: Tag']),
    );
    const [first, ...others] = before.sources;
    if (first === undefined) throw new Error('there is no preset');
    const draft = { ...before, sources: [{ ...first, tag: 'not a tag' }, ...others] };
    expect(namesOf(draft)).toEqual([`${first.name}: Tag`]);
  });

  it('are none if all is valid', () => expect(namesOf(before)).toEqual([]));
});
