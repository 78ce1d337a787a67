import { useEffect, useState } from 'react';
import { getElasticsearch } from '../../../common/api';
import type { ApiClient } from './api_client';
import { toFault } from './api_fault';
import { useServices } from './services';
import { useIsSlow } from './use_is_slow';

/**
 * Why an answer has not come: it is not late yet, it is late and nothing else is known, or
 * Elasticsearch takes long, or it does not answer at all.
 */
export type Waiting = 'short' | 'late' | 'working' | 'away';

/** The host answers within a second, before the page says that it is waiting. */
const ASK_MS = 1200;
const ASK_AGAIN_MS = 5000;

/** What the host knows of Elasticsearch; undefined if the host does not say. */
async function stateOf(
  api: ApiClient,
  signal: AbortSignal,
): Promise<'working' | 'away' | undefined> {
  try {
    await api(getElasticsearch, {}, signal);
    return 'working';
  } catch (error) {
    return toFault(error).code === 'elasticsearch_unreachable' ? 'away' : undefined;
  }
}

/**
 * Why something has been pending for long. The page itself cannot know: only the host sees
 * Elasticsearch, so it is asked, again and again while the page waits.
 */
export function useWaiting(isWaiting: boolean): Waiting {
  const { api } = useServices();
  const isSlow = useIsSlow(isWaiting);
  const [state, setState] = useState<'working' | 'away'>();
  useEffect(() => {
    setState(undefined);
    if (!isWaiting) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    let timer: ReturnType<typeof setTimeout>;
    const ask = (): void => {
      void stateOf(api, signal).then((found) => {
        if (signal.aborted) return;
        setState(found);
        timer = setTimeout(ask, ASK_AGAIN_MS);
      });
    };
    timer = setTimeout(ask, ASK_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, isWaiting]);
  return isSlow ? (state ?? 'late') : 'short';
}
