import { createElement } from 'react';
import { renderHook, settle } from '../../../../test/fixtures/render_hook';
import {
  type ApiClient,
  createAnswers,
  createMemory,
  MemoryProvider,
  type PageServices,
  ServicesContext,
} from '../../basics';
import { useHomeDay } from './use_home_day';

const YESTERDAY = '2015-04-01';
const answers: Readonly<Record<string, unknown>> = {
  getSettings: { settings: { zone: 'UTC' } },
  listRuns: { days: [{ day: YESTERDAY, state: 'analyzed' }] },
  getSources: { days_with_logs: [] },
};

/** Opens the application. @param given what the host answers; nothing where undefined */
async function opened(
  kept: ReturnType<typeof createAnswers>,
  given: Readonly<Record<string, unknown>> | undefined,
  now = '2015-04-02T08:00:00Z',
) {
  const asked: string[] = [];
  const api = (({ id }) => {
    asked.push(id);
    return given === undefined ? new Promise(() => undefined) : Promise.resolve(given[id]);
  }) as ApiClient;
  const services = { api, now: () => new Date(now) } as unknown as PageServices;
  const memory = createMemory(kept);
  const hook = await renderHook(useHomeDay, undefined, (component) => {
    const inMemory = createElement(MemoryProvider, { value: memory }, component);
    return createElement(ServicesContext.Provider, { value: services }, inMemory);
  });
  await settle();
  return { asked, first: hook.drawn[0]?.data?.day, day: hook.now().data?.day };
}

describe('the day that the application opens with', () => {
  it('is known after one round of questions', async () => {
    const { asked, day } = await opened(createAnswers(), undefined);
    expect(asked.sort()).toEqual(['getSettings', 'getSources', 'listRuns']);
    expect(day).toBeUndefined();
  });

  it('is yesterday where it was analyzed, and the next time at once and without asking', async () => {
    const kept = createAnswers();
    const once = await opened(kept, answers);
    expect([once.first, once.day]).toEqual([undefined, YESTERDAY]);
    const again = await opened(kept, undefined);
    expect(again).toEqual({ asked: [], first: YESTERDAY, day: YESTERDAY });
  });

  it('is asked for again when another day is over', async () => {
    const kept = createAnswers();
    await opened(kept, answers);
    const { asked } = await opened(kept, undefined, '2015-04-03T00:00:01Z');
    expect(asked).toHaveLength(3);
  });

  it('is requested again while a later day may come', async () => {
    const kept = createAnswers();
    const runs = { days: [{ day: '2015-03-30', state: 'analyzed' }] };
    expect((await opened(kept, { ...answers, listRuns: runs })).day).toBe('2015-03-30');
    expect((await opened(kept, undefined)).asked).toHaveLength(3);
  });

  it('is a day that is over', async () => {
    const days = [...(answers['listRuns'] as { days: object[] }).days];
    const runs = { days: [...days, { day: '2015-04-02', state: 'analyzed' }] };
    const { day } = await opened(createAnswers(), { ...answers, listRuns: runs });
    expect(day).toBe(YESTERDAY);
  });
});
