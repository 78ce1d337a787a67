import { hookOnPage } from '../../../../../test/fixtures/page_hook';
import { settle } from '../../../../../test/fixtures/render_hook';
import { useSchedule } from './use_schedule';

const ON = { enabled: true, interval: '1h', tag: true };
const OFF = { ...ON, enabled: false };

async function opened() {
  const said: string[] = [];
  const toasts = { success: (words: string) => said.push(words) } as never;
  const hook = await hookOnPage(useSchedule, undefined, { toasts });
  return { ...hook, said };
}

describe('the schedule on the settings page', () => {
  it('is switched off and on at once, which the page says', async () => {
    const { now, last, said } = await opened();
    await last().answer(ON);
    expect(now().schedule).toEqual(ON);
    await settle(() => now().switchOff());
    expect(now().isSending).toBe(true);
    expect(last().id).toBe('deleteSchedule');
    await last().answer(OFF);
    expect(now()).toMatchObject({ schedule: OFF, isSending: false });
    await settle(() => now().put({ interval: '2h', tag: false }));
    expect(last()).toMatchObject({
      ...{ id: 'putSchedule', parts: { body: { interval: '2h', tag: false } } },
    });
    await last().answer({ ...ON, interval: '2h' });
    expect(now().schedule?.interval).toBe('2h');
    expect(said).toEqual(['The schedule is off.', 'The schedule is on.']);
  });

  it('stays as it is where the change fails, until the next try', async () => {
    const { now, last, said } = await opened();
    await last().answer(ON);
    await settle(() => now().switchOff());
    await last().fail(403);
    expect(now()).toMatchObject({ schedule: ON, isSending: false });
    expect(now().changeFault?.statusCode).toBe(403);
    expect(said).toEqual([]);
    await settle(() => now().switchOff());
    expect(now().changeFault).toBeUndefined();
  });

  it('says why it cannot be read, and asks again', async () => {
    const { now, last, asked } = await opened();
    await last().fail(502);
    expect(now().readFault?.statusCode).toBe(502);
    await settle(() => now().reload());
    expect(asked).toHaveLength(2);
  });

  it('shows what it was changed to elsewhere', async () => {
    const { now, last } = await opened();
    await last().answer(ON);
    await settle(() => now().show(OFF as never));
    expect(now().schedule).toEqual(OFF);
  });

  it('gives up its requests when the reader leaves', async () => {
    const { now, last, takeAway } = await opened();
    await settle(() => now().switchOff());
    const { signal } = last();
    await takeAway();
    expect(signal.aborted).toBe(true);
  });
});
