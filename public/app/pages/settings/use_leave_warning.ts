import { useEffect } from 'react';
import { translate } from '../../../i18n';
import { useServices } from '../../basics';

/** Asks before a reader leaves a form with unsaved changes. */
export function useLeaveWarning(isEdited: boolean): void {
  const { history } = useServices();
  useEffect(() => {
    if (!isEdited) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    const unblock = history.block(
      translate('logwave.settings.leave', {
        defaultMessage: 'Leave the settings without saving your changes?',
      }),
    );
    return () => {
      window.removeEventListener('beforeunload', warn);
      unblock();
    };
  }, [history, isEdited]);
}
