import { EuiGlobalToastList } from '@elastic/eui';
import React, { useEffect, useState } from 'react';
import { useServices, type ToastPort } from '../basics';
import type { OwnToasts, ShownToast } from './own_toasts';

const LIFE_MS = 6000;

function isOwn(toasts: ToastPort): toasts is OwnToasts {
  return 'dismiss' in toasts;
}

/** The messages of the standalone host, in the corner of the page. */
export function ToastList() {
  const { toasts } = useServices();
  const [shown, setShown] = useState<readonly ShownToast[]>([]);
  useEffect(() => {
    if (!isOwn(toasts)) return undefined;
    const follow = (): void => setShown(toasts.shown());
    follow();
    return toasts.subscribe(follow);
  }, [toasts]);
  if (!isOwn(toasts)) return null;
  return (
    <EuiGlobalToastList
      toasts={shown.map((toast) => ({ ...toast, color: 'success' as const }))}
      toastLifeTimeMs={LIFE_MS}
      dismissToast={({ id }) => toasts.dismiss(id)}
      data-test-subj="logwaveToasts"
    />
  );
}
