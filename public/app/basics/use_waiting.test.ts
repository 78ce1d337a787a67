import { hookOnPage } from '../../../test/fixtures/page_hook';
import { settle } from '../../../test/fixtures/render_hook';
import { ApiFault } from './api_fault';
import type { PageServices } from './services';
import { useWaiting, type Waiting } from './use_waiting';

/** How soon a reader must learn that Elasticsearch does not answer. */
const DEADLINE_MS = 3000;
/** How long the host waits for a ping, as its own test says. */
const PING_MS = 1000;

describe('why an answer has not come', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const pass = (ms: number): Promise<void> => settle(() => jest.advanceTimersByTime(ms));
  const waiting = (services: Partial<PageServices> = {}) =>
    hookOnPage<boolean, Waiting>(useWaiting, true, services);
  /** A host that says that Elasticsearch is away, as long after it was asked. */
  const awayAfter = (ms: number): Partial<PageServices> => ({
    api: () =>
      new Promise((_, reject) => {
        const fault = new ApiFault(503, 'elasticsearch_unreachable', 'no connection');
        setTimeout(() => reject(fault), ms);
      }),
  });

  it('is that Elasticsearch is away, within three seconds, if the host says so', async () => {
    const { now } = await waiting(awayAfter(PING_MS));
    for (let ms = 0; ms < DEADLINE_MS; ms += 100) await pass(100);
    expect(now()).toBe('away');
  });

  it('is that Elasticsearch takes long, if it answers the host', async () => {
    const { now, last } = await waiting();
    await pass(2000);
    expect(now()).toBe('short');
    expect(last().id).toBe('getElasticsearch');
    await last().answer({ answers: true });
    await pass(1000);
    expect(now()).toBe('working');
  });

  it('is not known while the host does not answer, or refuses', async () => {
    const silent = await waiting();
    await pass(DEADLINE_MS);
    expect(silent.now()).toBe('late');
    await silent.last().fail(403);
    expect(silent.now()).toBe('late');
  });

  it('is asked for again while the page waits, and no longer', async () => {
    const { now, asked, last, draw } = await waiting();
    await pass(DEADLINE_MS);
    await last().answer({ answers: true });
    await pass(5000);
    expect(asked).toHaveLength(2);
    await draw(false);
    expect(last().signal.aborted).toBe(true);
    expect(now()).toBe('short');
    await pass(20_000);
    expect(asked).toHaveLength(2);
  });

  it('is not asked for if the answer comes soon', async () => {
    const { asked, draw } = await waiting();
    await pass(1000);
    await draw(false);
    await pass(20_000);
    expect(asked).toEqual([]);
  });
});
