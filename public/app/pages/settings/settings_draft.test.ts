import { parseSettings } from '../../../../common/settings/parse_settings';
import type { SettingsFile } from '../../../../common/settings/settings';
import { checkDraft, draftOf } from './settings_draft';

function settingsOf(saved: SettingsFile) {
  const parsed = parseSettings(saved);
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  return parsed.settings;
}

describe('checkDraft', () => {
  const saved: SettingsFile = { zone: 'UTC', sources: [{ id: 'ossec', tag: 'mine' }] };
  const settings = settingsOf(saved);

  it('saves what the form says, and keeps what it does not show', () => {
    const draft = draftOf(settings);
    const enabled = new Set([...draft.enabled].filter((id) => id !== 'ossec').concat('shippers'));
    const checked = checkDraft(saved, settings, { ...draft, training_days: '28', enabled });
    if ('errors' in checked) throw new Error(checked.errors.join());
    expect(checked.saved).toMatchObject({ zone: 'UTC', training: { days: 28 } });
    expect(checked.saved.sources).toEqual(
      expect.arrayContaining([
        { id: 'ossec', tag: 'mine', enabled: false },
        { id: 'shippers', enabled: true },
      ]),
    );
    const after = settingsOf(checked.saved);
    expect(after.sources.find(({ id }) => id === 'shippers')?.enabled).toBe(true);
  });

  it('names each fault as the API does', () => {
    const draft = { ...draftOf(settings), zone: 'Mars', training_days: 'many' };
    expect(checkDraft(saved, settings, draft)).toEqual({
      errors: [
        'zone: use an IANA zone such as Europe/Vienna or UTC',
        'training.days: must be number',
      ],
    });
  });
});
