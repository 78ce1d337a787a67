import { useEffect, useState } from 'react';
import { getSettings } from '../../common/api';
import { isAbort, type PageServices } from './basics';

type Rights = Pick<PageServices, 'may' | 'isManageOfSpace'>;

/**
 * What the reader may do. Kibana gives the page the rights in the present space. Changing what all
 * spaces share needs a right in all of them, which only the server knows. Until it has answered,
 * the page offers no such change. Without an answer, Kibana's rights are used, and the server
 * decides.
 */
export function useRights({ api, host, may }: PageServices): Rights {
  const isToAsk = host === 'kibana' && may.manage;
  const [mayChange, setMayChange] = useState<boolean>();
  useEffect(() => {
    if (!isToAsk) return undefined;
    const controller = new AbortController();
    api(getSettings, {}, controller.signal).then(
      ({ may_change }) => setMayChange(may_change),
      (error: unknown) => {
        if (!isAbort(error)) setMayChange(true);
      },
    );
    return () => controller.abort();
  }, [api, isToAsk]);
  if (!isToAsk) return { may };
  return {
    may: { ...may, manage: mayChange === true },
    ...(mayChange === false && { isManageOfSpace: true }),
  };
}
