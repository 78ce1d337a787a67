import { createElement, type ComponentType } from 'react';
import { create, type ReactTestRenderer } from 'react-test-renderer';
import { settle } from '../../../test/fixtures/render_hook';
import { ServicesContext, type PageServices } from '../basics';
import { Loading } from '../components';
import { LoadFailed } from '../load_failed';
import { onDemand } from './on_demand';

const Words = ({ of }: { readonly of: string }) => createElement('p', {}, `words of ${of}`);
const services = { host: 'kibana' } as unknown as PageServices;

async function shown(part: ComponentType<{ readonly of: string }>): Promise<ReactTestRenderer> {
  const element = createElement(part, { of: 'settings' });
  let drawn: ReactTestRenderer | undefined;
  await settle(() => {
    drawn = create(createElement(ServicesContext.Provider, { value: services }, element));
  });
  if (drawn === undefined) throw new Error('nothing was drawn');
  return drawn;
}

const partsIn = ({ root }: ReactTestRenderer) =>
  [Loading, LoadFailed, Words].filter((type) => root.findAllByType(type as never).length > 0);

describe('a part whose code is loaded when it is opened', () => {
  it('is shown when its code is there, and at once the next time', async () => {
    let arrive: (part: typeof Words) => void = () => undefined;
    const load = jest.fn(() => new Promise<typeof Words>((resolve) => (arrive = resolve)));
    const part = onDemand(load);
    expect(load).not.toHaveBeenCalled();
    const drawn = await shown(part);
    expect(partsIn(drawn)).toEqual([Loading]);
    await settle(() => arrive(Words));
    expect(drawn.root.findByType('p').children).toEqual(['words of settings']);
    expect(partsIn(await shown(part))).toEqual([Words]);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('says that its code did not come, and is shown at a retry', async () => {
    const complained = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    let isSent = false;
    const gone = new Error('the script was not loaded');
    const part = onDemand(() => (isSent ? Promise.resolve(Words) : Promise.reject(gone)));
    const drawn = await shown(part);
    await settle();
    const retry = () =>
      settle(() => (drawn.root.findByType(LoadFailed).props as { onRetry(): void }).onRetry());
    expect(partsIn(drawn)).toEqual([LoadFailed]);
    await retry();
    await settle();
    expect(partsIn(drawn)).toEqual([LoadFailed]);
    isSent = true;
    await retry();
    await settle();
    expect(partsIn(drawn)).toEqual([Words]);
    expect(complained.mock.calls).toEqual([[gone], [gone]]);
    complained.mockRestore();
  });
});
