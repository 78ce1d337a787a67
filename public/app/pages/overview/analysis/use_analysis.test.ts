import { hookOnPage } from '../../../../../test/fixtures/page_hook';
import { settle } from '../../../../../test/fixtures/render_hook';
import { useAnalysis } from './use_analysis';

const DAY = '2015-04-01';
const RUN = { run_id: 'default:2015-04-01:UTC', status: 'running' };

async function page() {
  const ended: unknown[] = [];
  const hook = await hookOnPage(() => useAnalysis(DAY, (run) => ended.push(run)), undefined);
  return { ...hook, ended };
}

describe('the analysis of a day', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is started, followed and ended', async () => {
    const { now, last, ended } = await page();
    expect(now().phase).toBe('idle');
    await settle(() => now().start(true));
    expect(last()).toMatchObject({ id: 'startRun', parts: { body: { day: DAY, tag: true } } });
    expect(now().phase).toBe('running');
    await last().answer({ run_id: RUN.run_id });
    await last().answer(RUN);
    expect(now()).toMatchObject({ phase: 'running', run: RUN });
    await settle(() => void jest.advanceTimersByTime(2_000));
    const over = { ...RUN, status: 'analyzed' };
    await last().answer(over);
    expect(now()).toMatchObject({ phase: 'ended', run: over });
    expect(ended).toEqual([over]);
  });

  it('continues while nothing answers, and says so', async () => {
    const { now, last, asked } = await page();
    await settle(() => now().follow(RUN.run_id));
    await last().fail(502);
    expect(now()).toMatchObject({ phase: 'running', fault: { statusCode: 502 } });
    await settle(() => void jest.advanceTimersByTime(2_000));
    expect(asked).toHaveLength(2);
    await last().answer(RUN);
    expect(now().fault).toBeUndefined();
  });

  it('is idle again where it could not be started', async () => {
    const { now, last, ended } = await page();
    await settle(() => now().tagNow());
    expect(last()).toMatchObject({ id: 'tagDay', parts: { params: { day: DAY } } });
    await last().fail(403);
    expect(now()).toMatchObject({ phase: 'idle', fault: { statusCode: 403 } });
    expect(ended).toEqual([]);
  });

  it('is canceled by the id of the run that is followed', async () => {
    const { now, last, asked } = await page();
    await settle(() => now().cancel());
    expect(asked).toEqual([]);
    await settle(() => now().follow(RUN.run_id));
    await last().answer(RUN);
    await settle(() => now().cancel());
    expect(last()).toMatchObject({ id: 'cancelRun', parts: { params: { run_id: RUN.run_id } } });
    await last().fail(409);
    expect(now()).toMatchObject({ phase: 'running', fault: { statusCode: 409 } });
  });

  it('is no longer followed after the reader has left', async () => {
    const { now, last, takeAway } = await page();
    await settle(() => now().follow(RUN.run_id));
    const { signal } = last();
    await takeAway();
    expect(signal.aborted).toBe(true);
  });
});
