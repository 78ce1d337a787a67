import { hookOnPage } from '../../../../../test/fixtures/page_hook';
import { settle } from '../../../../../test/fixtures/render_hook';
import { useMessages } from './use_messages';

const SENT = { to: ['team@example.org'], words: null, no_link: null };

describe('the channels of messages', () => {
  it('are requested once, and send a test that the page reports', async () => {
    const { now, last, asked } = await hookOnPage(useMessages, undefined);
    expect(last().id).toBe('getNotifications');
    await last().answer({ channels: [] });
    expect(now().remote.data).toEqual({ channels: [] });
    await settle(() => now().test('mail'));
    expect(last()).toMatchObject({ id: 'testChannel', parts: { body: { channel: 'mail' } } });
    expect(now().isSending).toBe(true);
    await last().answer(SENT);
    expect(now()).toMatchObject({
      isSending: false,
      tested: { name: 'mail', words: 'A test went to team@example.org.' },
    });
    expect(asked).toHaveLength(2);
  });

  it('say why a test did not arrive, and forget it at the next', async () => {
    const { now, last } = await hookOnPage(useMessages, undefined);
    await settle(() => now().test('mail'));
    await last().answer(SENT);
    await settle(() => now().test('chat'));
    expect(now().tested).toBeUndefined();
    await last().fail(502);
    expect(now()).toMatchObject({ isSending: false, tested: undefined });
    expect(now().testFault?.statusCode).toBe(502);
    await settle(() => now().test('chat'));
    expect(now().testFault).toBeUndefined();
  });

  it('give up a test when the reader leaves', async () => {
    const { now, last, takeAway } = await hookOnPage(useMessages, undefined);
    await settle(() => now().test('mail'));
    const { signal } = last();
    await takeAway();
    expect(signal.aborted).toBe(true);
  });
});
