import { renderHook, settle } from '../../../../../test/fixtures/render_hook';
import { useDelayedRemote } from './use_delayed_remote';

interface Asked {
  readonly key: string | undefined;
  readonly signal: AbortSignal;
  readonly answer: (data: string) => void;
  readonly fail: (error: unknown) => void;
}

async function form(key: string | undefined) {
  const asked: Asked[] = [];
  const use = (given: string | undefined) =>
    useDelayedRemote<string>(
      given,
      (signal) => new Promise((answer, fail) => asked.push({ key: given, signal, answer, fail })),
    );
  return { ...(await renderHook(use, key)), asked };
}

const rest = (): Promise<void> => settle(() => void jest.runOnlyPendingTimers());

describe('what a form asks the host', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is asked once, when the form has come to rest', async () => {
    const { asked, draw, now } = await form('a');
    await draw('ab');
    await draw('abc');
    expect(asked).toEqual([]);
    expect(now().isWaiting).toBe(true);
    await rest();
    expect(asked.map(({ key }) => key)).toEqual(['abc']);
    await settle(() => asked[0]?.answer('of abc'));
    expect(now()).toEqual({ data: 'of abc', fault: undefined, isWaiting: false });
  });

  it('is never the answer for earlier contents of the form', async () => {
    const { asked, draw, now } = await form('a');
    await rest();
    await draw('b');
    expect(asked[0]?.signal.aborted).toBe(true);
    await settle(() => asked[0]?.answer('of a'));
    expect(now().data).toBeUndefined();
    await rest();
    await settle(() => asked[1]?.answer('of b'));
    await draw('a');
    expect(now()).toEqual({ data: undefined, fault: undefined, isWaiting: true });
  });

  it('is a fault where the host refuses, and nothing where nothing is asked', async () => {
    const { asked, draw, now } = await form('a');
    await rest();
    await settle(() => asked[0]?.fail(new Error('no index')));
    expect(now()).toMatchObject({ fault: { message: 'no index' }, isWaiting: false });
    await draw(undefined);
    await rest();
    expect(now()).toEqual({ data: undefined, fault: undefined, isWaiting: false });
    expect(asked).toHaveLength(1);
  });
});
