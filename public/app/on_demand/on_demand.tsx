import React, { useEffect, useState, type ComponentType } from 'react';
import { useServices } from '../basics';
import { Loading } from '../components';
import { LoadFailed } from '../load_failed';

type State<Props> = 'loading' | 'failed' | { readonly Shown: ComponentType<Props> };

/**
 * Leaves a part of the page out of the first script. If its code does not load, the part says so
 * and offers a retry. React's own `lazy` would keep the failure.
 *
 * @param load a dynamic import of the part
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let known: State<Props> = 'loading';
  let loading: Promise<State<Props>> | undefined;

  /** @returns 'failed' if it did not load; the next call tries again */
  const ask = async (): Promise<State<Props>> => {
    try {
      known = { Shown: await load() };
      return known;
    } catch (error) {
      console.error(error);
      loading = undefined;
      return 'failed';
    }
  };

  return function Part(props: Props) {
    const { host } = useServices();
    const [state, setState] = useState(known);
    useEffect(() => {
      if (state !== 'loading') return undefined;
      let isGone = false;
      if (loading === undefined) loading = ask();
      void loading.then((next) => {
        if (!isGone) setState(next);
      });
      return () => {
        isGone = true;
      };
    }, [state]);
    if (state === 'loading') return <Loading />;
    if (state !== 'failed') return <state.Shown {...props} />;
    // Browsers remember that a module failed to load. Only Kibana's page loads scripts in another
    // way.
    const retry = () => (host === 'kibana' ? setState('loading') : window.location.reload());
    return <LoadFailed host={host} onRetry={retry} />;
  };
}
