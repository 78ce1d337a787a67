import { putSchedule, type Schedule } from '../../../common/api';
import { hookOnPage } from '../../../test/fixtures/page_hook';
import { settle } from '../../../test/fixtures/render_hook';
import { useKeyRenewal } from './use_key_renewal';

const ALL = { read: true, judge: true, run: true, tag: true, manage: true };

function schedule(key: Partial<NonNullable<Schedule['key']>> = {}): Schedule {
  return {
    ...{ enabled: true, interval: '1h', tag: true, user: 'ann' },
    ...{ enabled_at: null, last_run: null, next_run: null, obstacles: [], warning: null },
    key: {
      ...{ granted_at: '2026-03-01T00:00:00.000Z', expires_at: '2026-04-01T00:00:00.000Z' },
      ...{ owner: 'enabled', is_yours: true, is_renewal_due: true },
      ...key,
    },
  };
}

async function page(given: Schedule | undefined, may: typeof ALL = ALL) {
  const changed: Schedule[] = [];
  const use = (now: Schedule | undefined) => useKeyRenewal(now, (next) => changed.push(next));
  return { ...(await hookOnPage(use, given, { may })), changed };
}

describe('the key of the schedule', () => {
  it('is renewed once when its owner opens the page', async () => {
    const { asked, last, now, draw, changed } = await page(undefined);
    expect(asked).toEqual([]);
    await draw(schedule());
    await draw(schedule());
    expect(asked.map(({ id }) => id)).toEqual(['renewScheduleKey']);
    expect(now().isSending).toBe(true);
    const renewed = schedule({ granted_at: '2026-03-20T00:00:00.000Z', is_renewal_due: false });
    await last().answer(renewed);
    expect(changed).toEqual([renewed]);
    expect(now()).toMatchObject({ isSending: false, fault: undefined });
  });

  it.each([
    ['that is another user’s', schedule({ is_yours: false }), ALL],
    ['that is not due', schedule({ is_renewal_due: false }), ALL],
    ['of a schedule that the reader may not change', schedule(), { ...ALL, manage: false }],
    ['that is not there', { ...schedule(), key: null }, ALL],
  ])('is left alone if it is one %s', async (_which, given, may) => {
    expect((await page(given, may)).asked).toEqual([]);
  });

  it('fails aloud where a right is gone, or where the reader asked for it', async () => {
    const { last, now } = await page(schedule());
    await last().fail(502);
    expect(now().fault).toBeUndefined();
    await settle(() => now().renew());
    await last().fail(502);
    expect(now().fault?.statusCode).toBe(502);
    const refused = await page(schedule());
    await refused.last().fail(403);
    expect(refused.now().fault?.statusCode).toBe(403);
  });

  it('is replaced by the reader’s own, with interval and tagging as they are', async () => {
    const { last, now } = await page(schedule({ is_yours: false }));
    await settle(() => now().takeOver());
    expect(last()).toMatchObject({
      ...{ id: 'putSchedule', parts: { body: { interval: '1h', tag: true } } },
    });
  });

  it.each([
    ['1m', '5m'],
    ['9999h', '7d'],
    ['30d', '7d'],
  ])('is replaced also where an earlier version has taken %s, by %s', async (interval, taken) => {
    const { last, now } = await page({ ...schedule({ is_yours: false }), interval });
    await settle(() => now().takeOver());
    expect(last()).toMatchObject({ parts: { body: { interval: taken } } });
    expect(putSchedule.body.safeParse({ interval: taken }).success).toBe(true);
  });
});
