import { channelWords, deliveryWords, testedWords } from './message_words';

const delivery = {
  morning: '2026-11-28',
  state: 'sent',
  at: '2026-11-28T06:00:00.000Z',
  attempts: 1,
  to: ['ana@example.org'],
  words: null,
} as const;

describe('the words about messages', () => {
  it('name the recipient of a channel, or why it does not send', () => {
    const to = ['ana@example.org', 'ben@example.org'];
    expect(channelWords({ type: 'smtp', to, fault: null })).toBe(
      'ana@example.org, ben@example.org',
    );
    expect(channelWords({ type: 'heartbeat', to: ['hc.example'], fault: null })).toBe(
      'hc.example (heartbeat)',
    );
    expect(channelWords({ type: null, to: [], fault: 'It is not used.' })).toBe('It is not used.');
  });

  it('say what became of a message', () => {
    expect(deliveryWords({ ...delivery, to: [] }, 'UTC')).toBe('2026-11-28: sent');
    const failed = { ...delivery, to: [], state: 'failed' as const, words: 'Nothing answers.' };
    expect(deliveryWords(failed, 'UTC')).toBe('2026-11-28: not delivered. Nothing answers.');
  });

  it('say what came of a test', () => {
    expect(testedWords({ to: ['chat.example'], words: null, no_link: null })).toBe(
      'A test went to chat.example.',
    );
  });
});
