import { renderHook, settle } from '../../../test/fixtures/render_hook';
import { useIsSlow } from './use_is_slow';

/** How soon a reader must learn that Elasticsearch does not answer. */
const DEADLINE_MS = 3000;

describe('waiting for an answer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const pass = (ms: number): Promise<void> => settle(() => jest.advanceTimersByTime(ms));

  it('is shown within three seconds if nothing comes, and not too early', async () => {
    const { now } = await renderHook<boolean, boolean>(useIsSlow, true);
    await pass(2000);
    expect(now()).toBe(false);
    await pass(DEADLINE_MS - 2000);
    expect(now()).toBe(true);
  });

  it('is no longer shown once there is an answer, and begins again with the next one', async () => {
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
