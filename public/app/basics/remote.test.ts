import { ApiFault } from './api_fault';
import { renderHook, settle } from '../../../test/fixtures/render_hook';
import { useRemote, type Kept } from './remote';

interface Asked {
  readonly key: string;
  readonly signal: AbortSignal;
  readonly answer: (data: string) => void;
  readonly fail: (error: unknown) => void;
}

/** A host whose answers the test gives. */
function host() {
  const asked: Asked[] = [];
  const use = ({ key, kept }: { readonly key: string; readonly kept?: Kept<string> }) =>
    useRemote<string>(
      key,
      (signal) => new Promise((answer, fail) => asked.push({ key, signal, answer, fail })),
      kept,
    );
  const last = (): Asked => {
    const found = asked.at(-1);
    if (found === undefined) throw new Error('nothing was asked for');
    return found;
  };
  return { asked, use, last };
}

describe('what is asked of the host', () => {
  it('loads, and then is there', async () => {
    const { use, last } = host();
    const { now } = await renderHook(use, { key: 'a' });
    expect(now()).toMatchObject({ data: undefined, fault: undefined, isLoading: true });
    await settle(() => last().answer('of a'));
    expect(now()).toMatchObject({ data: 'of a', fault: undefined, isLoading: false });
  });

  it('is never that of another key, not even for one drawing', async () => {
    const { use, asked, last } = host();
    const { now, draw, drawn } = await renderHook(use, { key: 'a' });
    await settle(() => last().answer('of a'));
    const before = drawn.length;
    await draw({ key: 'b' });
    expect(drawn.slice(before).map(({ data }) => data)).not.toContain('of a');
    await settle(() => last().answer('of b'));
    expect(now().data).toBe('of b');
    expect(asked.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('gives up what is no longer wanted, and does not show it if it comes late', async () => {
    const { use, asked, last } = host();
    const { now, draw, takeAway } = await renderHook(use, { key: 'a' });
    await draw({ key: 'b' });
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    await settle(() => asked[0]?.answer('of a, late'));
    expect(now()).toMatchObject({ data: undefined, isLoading: true });
    await takeAway();
    expect(last().signal.aborted).toBe(true);
  });

  it('keeps the last answer while it is asked for again, and after a fault', async () => {
    const { use, last } = host();
    const { now } = await renderHook(use, { key: 'a' });
    await settle(() => last().answer('first'));
    await settle(() => now().reload());
    expect(now()).toMatchObject({ data: 'first', isLoading: true });
    await settle(() => last().fail(new Error('no answer')));
    expect(now()).toMatchObject({ data: 'first', isLoading: false });
    expect(now().fault).toBeDefined();
    await settle(() => now().reload());
    await settle(() => last().answer('second'));
    expect(now()).toMatchObject({ data: 'second', fault: undefined });
  });

  it('shows the answer of an earlier visit until the new one is there', async () => {
    const { use, last } = host();
    const answers = new Map([['a', 'of the earlier visit']]);
    const kept: Kept<string> = {
      get: (key) => answers.get(key),
      set: (key, data) => void answers.set(key, data),
    };
    const { now } = await renderHook(use, { key: 'a', kept });
    expect(now()).toMatchObject({ data: 'of the earlier visit', isLoading: true });
    await settle(() => last().answer('new'));
    expect([now().data, answers.get('a')]).toEqual(['new', 'new']);
  });
});

describe('what nobody has answered', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const unanswered = () => new ApiFault(0, 'no_answer', 'The host did not answer.');
  const pass = (ms: number) => settle(() => jest.advanceTimersByTime(ms));

  it('is asked for again by itself, and its fault goes once somebody answers', async () => {
    const { use, asked, last } = host();
    const { now } = await renderHook(use, { key: 'a' });
    await settle(() => last().fail(unanswered()));
    await pass(4_999);
    expect(asked).toHaveLength(1);
    await pass(1);
    expect(asked).toHaveLength(2);
    expect(now().fault?.code).toBe('no_answer');
    await settle(() => last().answer('at last'));
    expect(now()).toMatchObject({ data: 'at last', fault: undefined });
    await pass(600_000);
    expect(asked).toHaveLength(2);
  });

  it('is asked for less and less often, at least once a minute, and soon after an answer', async () => {
    const { use, asked, last } = host();
    const { now } = await renderHook(use, { key: 'a' });
    for (const pause of [5_000, 10_000, 20_000, 40_000, 60_000, 60_000]) {
      const before = asked.length;
      await settle(() => last().fail(unanswered()));
      await pass(pause - 1);
      expect(asked).toHaveLength(before);
      await pass(1);
      expect(asked).toHaveLength(before + 1);
    }
    await settle(() => last().answer('at last'));
    await settle(() => now().reload());
    const before = asked.length;
    await settle(() => last().fail(new ApiFault(503, 'elasticsearch_unreachable', 'It is away.')));
    await pass(5_000);
    expect(asked).toHaveLength(before + 1);
  });

  it('is not asked for once it was refused, is no longer wanted or another is', async () => {
    const { use, asked, last } = host();
    const { draw, takeAway } = await renderHook(use, { key: 'a' });
    await settle(() => last().fail(new ApiFault(403, 'forbidden', 'You may not read it.')));
    await pass(600_000);
    expect(asked).toHaveLength(1);
    await draw({ key: 'b' });
    await settle(() => last().fail(unanswered()));
    await draw({ key: 'c' });
    await pass(600_000);
    expect(asked.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    await settle(() => last().fail(unanswered()));
    await takeAway();
    await pass(600_000);
    expect(asked).toHaveLength(3);
  });
});
