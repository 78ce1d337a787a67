import { hookOnPage } from '../../../../test/fixtures/page_hook';
import { settle } from '../../../../test/fixtures/render_hook';
import { useFillGaps } from './use_fill_gaps';

const [FROM, TO] = ['2015-03-01', '2015-03-31'] as const;
const DAYS = ['2015-03-30', '2015-03-31'];

/** The ledger with a run of each day: its attempt, and how it stands. */
function ledger(...runs: (readonly [day: string, attempt: string, state: string])[]) {
  const idOf = (day: string): string => `default:${day}:UTC`;
  return {
    days: runs.map(([day, , state]) => ({ day, state, run_id: idOf(day) })),
    runs: runs.map(([day, attempt, status]) => ({ run_id: idOf(day), attempt, status })),
  };
}

/** A page on which the reader has asked to fill two days, one of them analyzed before. */
async function started() {
  let ended = 0;
  const hook = await hookOnPage(() => useFillGaps(FROM, TO, () => (ended += 1)), undefined);
  await settle(() => hook.now().start());
  await hook.last().answer(ledger(['2015-03-30', 'old', 'partial']));
  return { ...hook, ended: () => ended };
}

describe('filling the gaps', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is done when each day has an attempt that was not there before', async () => {
    const { now, last, asked, ended, takeAway } = await started();
    expect(last()).toMatchObject({ id: 'backfill', parts: { body: { from: FROM, to: TO } } });
    await last().answer({ days: DAYS });
    await last().answer(ledger(['2015-03-30', 'old', 'partial'], ['2015-03-31', 'new', 'running']));
    expect(now().state).toEqual({ days: 2, done: 0, run: 'default:2015-03-31:UTC' });
    await settle(() => void jest.advanceTimersByTime(2_000));
    await last().answer(
      ledger(['2015-03-30', 'newer', 'analyzed'], ['2015-03-31', 'new', 'analyzed']),
    );
    expect(now().state).toBeUndefined();
    expect(ended()).toBe(1);
    const requests = asked.length;
    await settle(() => void jest.runOnlyPendingTimers());
    expect(asked).toHaveLength(requests);
    await takeAway();
  });

  it('is done at once if no day needs it', async () => {
    const { now, last, ended } = await started();
    await last().answer({ days: [] });
    expect(ended()).toBe(1);
    expect(now().state).toBeUndefined();
  });

  it('says what failed, and asks again', async () => {
    const { now, last, asked } = await started();
    await last().answer({ days: DAYS });
    await last().fail(502);
    expect(now().fault?.statusCode).toBe(502);
    const requests = asked.length;
    await settle(() => void jest.advanceTimersByTime(2_000));
    expect(asked).toHaveLength(requests + 1);
  });

  it('cancels the active run', async () => {
    const { now, last } = await started();
    await last().answer({ days: DAYS });
    await last().answer(ledger(['2015-03-30', 'new', 'running']));
    await settle(() => now().cancel());
    expect(last()).toMatchObject({
      ...{ id: 'cancelRun', parts: { params: { run_id: 'default:2015-03-30:UTC' } } },
    });
  });

  it('gives up its requests when the reader leaves', async () => {
    const { last, takeAway } = await started();
    await last().answer({ days: DAYS });
    const { signal } = last();
    await takeAway();
    expect(signal.aborted).toBe(true);
  });
});
