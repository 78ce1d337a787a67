import { hookOnPage } from '../../../../test/fixtures/page_hook';
import { useRemote, useServices } from '../../basics';
import { loadDay } from './load_day';

const DAY = '2015-04-01';
const OF_DAY = { head: { day: DAY }, series: [] };
const SILENCE = { day: DAY, zone: 'UTC', rows: [] };

async function opened() {
  const hook = await hookOnPage(() => {
    const { api } = useServices();
    return useRemote(DAY, (signal) => loadDay(api, DAY, signal));
  }, undefined);
  const request = (id: string) => {
    const found = hook.asked.find((asked) => asked.id === id);
    if (found === undefined) throw new Error(`${id} was not asked for`);
    return found;
  };
  return { ...hook, ofDay: request('getSeriesOfDay'), silence: request('getSilenceOfDay') };
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
});
