import { renderHook, settle } from '../../../test/fixtures/render_hook';
import { useIsSlow } from './use_is_slow';

/** So soon a reader has to be told that Elasticsearch does not answer. */
const DEADLINE_MS = 3000;

describe('waiting for an answer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const pass = (ms: number): Promise<void> => settle(() => jest.advanceTimersByTime(ms));

  it('is told within three seconds where nothing comes, and not before it is worth a word', async () => {
    const { now } = await renderHook<boolean, boolean>(useIsSlow, true);
    await pass(2000);
    expect(now()).toBe(false);
    await pass(DEADLINE_MS - 2000);
    expect(now()).toBe(true);
  });

  it('is told no more once the answer is there, and begins anew with the next one', async () => {
    const { now, draw } = await renderHook<boolean, boolean>(useIsSlow, true);
    await pass(DEADLINE_MS);
    await draw(false);
    expect(now()).toBe(false);
    await draw(true);
    expect(now()).toBe(false);
    await pass(DEADLINE_MS);
    expect(now()).toBe(true);
  });
});
