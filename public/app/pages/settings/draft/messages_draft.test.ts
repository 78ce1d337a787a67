import { parseSettings, type SettingsFile } from '../../../../../common/settings';
import { faultNames } from './fault_names';
import { channelOf, withChannel, type ChannelDraft } from './messages_draft';
import { checkDraft, draftOf, type SettingsDraft } from './settings_draft';

const saved: SettingsFile = {
  zone: 'UTC',
  notifications: {
    send_at: '06:30',
    weekdays: ['monday', 'sunday'],
    channels: [{ channel: 'chat', verdicts: ['silent'], sources: ['ossec', 'syslog'] }],
  },
};
const parsed = parseSettings(saved);
if ('errors' in parsed) throw new Error(parsed.errors.join());
const base = { saved, settings: parsed.settings };
const before = draftOf(base.settings);

function withRules(name: string, part: Partial<ChannelDraft>): SettingsDraft {
  const messages = withChannel(before.messages, { ...channelOf(before.messages, name), ...part });
  return { ...before, messages };
}

const channelsOf = (draft: SettingsDraft) => {
  const checked = checkDraft(base, draft);
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.saved.notifications?.channels ?? [];
};

describe('the messages in the form', () => {
  it('are saved as they were where nothing is changed', () => {
    const checked = checkDraft(base, before);
    expect('saved' in checked && parseSettings(checked.saved)).toEqual(parsed);
  });

  it('show a channel that the settings do not name as one that gets everything', () => {
    expect(channelOf(before.messages, 'mail')).toMatchObject({
      enabled: true,
      verdicts: ['more', 'less', 'new', 'silent', 'moved'],
      least_surprise: '',
      sources: '',
      names: true,
    });
  });

  it('save what a channel gets, and no entry for one that gets everything again', () => {
    const draft = withRules('mail', { least_surprise: ' 2.5 ', sources: 'ossec,, postfix ' });
    expect(channelsOf(draft)).toEqual([
      expect.objectContaining({ channel: 'chat' }),
      expect.objectContaining({
        channel: 'mail',
        least_surprise: 2.5,
        sources: ['ossec', 'postfix'],
      }),
    ]);
    const again = withChannel(
      draft.messages,
      channelOf({ ...draft.messages, channels: [] }, 'mail'),
    );
    expect(channelsOf({ ...draft, messages: again }).map(({ channel }) => channel)).toEqual([
      'chat',
    ]);
  });

  it.each([
    [{ least_surprise: 'much' }, 'mail: Minimum surprise'],
    [{ verdicts: [] }, 'mail: Findings'],
    [{ sources: 'x'.repeat(65) }, 'mail: Sources'],
    [{ sources: 'syslog, osssec' }, 'mail: Sources'],
  ])('name the field of a channel that is not valid: %p', (part, name) => {
    const draft = withRules('mail', part);
    const checked = checkDraft(base, draft);
    expect('faults' in checked && faultNames(checked.faults, draft)).toEqual([name]);
  });

  it('name the time and the days that are not valid', () => {
    const messages = { ...before.messages, send_at: '7', weekdays: [] };
    const draft = { ...before, messages };
    const checked = checkDraft(base, draft);
    expect('faults' in checked && faultNames(checked.faults, draft)).toEqual([
      'Time of the message',
      'Days of the message',
    ]);
  });
});
