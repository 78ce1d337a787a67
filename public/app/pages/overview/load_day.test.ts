import { hookOnPage } from '../../../../test/fixtures/page_hook';
import { useRemote, useServices } from '../../basics';
import { loadDay } from './load_day';

const DAY = '2015-04-01';
const OF_DAY = { head: { day: DAY }, series: [] };
const SILENCE = { day: DAY, zone: 'UTC', rows: [] };

const NOW = new Date('2015-04-02T03:00Z');

async function opened(day = DAY) {
  const hook = await hookOnPage(() => {
    const { api } = useServices();
    return useRemote(day, (signal) => loadDay(api, day, NOW, signal));
  }, undefined);
  const request = (id: string) => {
    const found = hook.asked.find((asked) => asked.id === id);
    if (found === undefined) throw new Error(`${id} was not asked for`);
    return found;
  };
  return {
    ...hook,
    request,
    get ofDay() {
      return request('getSeriesOfDay');
    },
    get silence() {
      return request('getSilenceOfDay');
    },
  };
}

describe('a day and what was silent on it', () => {
  it('come at once, whichever is answered first, so that no row moves later', async () => {
    const first = await opened();
    await first.ofDay.answer(OF_DAY);
    expect(first.now().data).toBeUndefined();
    await first.silence.answer(SILENCE);
    expect(first.now().data).toEqual({ ...OF_DAY, silence: SILENCE });
    const second = await opened();
    await second.silence.answer(SILENCE);
    await second.ofDay.answer(OF_DAY);
    expect(second.now().data).toEqual({ ...OF_DAY, silence: SILENCE });
  });

  it('are the day alone if it is not known what was silent', async () => {
    const { now, ofDay, silence } = await opened();
    await silence.fail(502);
    await ofDay.answer(OF_DAY);
    expect(now()).toMatchObject({ fault: undefined, data: OF_DAY });
    expect(now().data?.silence).toBeUndefined();
  });

  it('are a fault where the day is one, whatever comes of the other', async () => {
    const { now, ofDay, silence } = await opened();
    await ofDay.fail(502);
    expect(now().fault?.statusCode).toBe(502);
    await silence.answer(SILENCE);
    expect(now().data).toBeUndefined();
  });

  it.each([
    ['UTC', '2015-04-02', true],
    ['America/Toronto', '2015-04-02', false],
    ['UTC', '2015-04-03', false],
    ['Pacific/Kiritimati', '2015-04-03', false],
  ])(
    'are requested only of a day that has begun in the zone: %s, %s',
    async (zone, day, hasBegun) => {
      const { now, asked, request } = await opened(day);
      await request('getSettings').answer({ settings: { zone } });
      expect(asked.some(({ id }) => id === 'getSeriesOfDay')).toBe(hasBegun);
      expect(now().fault?.code).toBe(hasBegun ? undefined : 'day_not_analyzed');
    },
  );
});
