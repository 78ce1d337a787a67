import React from 'react';
import { translate } from '../../../i18n';
import { useServices } from '../../basics';

/** What of the saved settings cannot be used, where it is, and what to do about it. */
export function InvalidNotice({ faults }: { readonly faults: readonly string[] }) {
  const { may } = useServices();
  if (faults.length === 0) return null;
  return (
    <section className="lwNotice" role="alert" data-test-subj="logwaveInvalid">
      <h2>
        {translate('logwave.settings.invalidTitle', {
          defaultMessage: 'The saved settings are not valid, so Logwave uses the defaults',
        })}
      </h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
      <p className="lwSub">
        {may.manage
          ? translate('logwave.settings.invalidMend', {
              defaultMessage:
                'The form shows the saved settings that are valid. Correct the others and save. Then your settings are used again.',
            })
          : translate('logwave.settings.invalidAsk', {
              defaultMessage:
                'A user with the privilege “Logwave settings” can correct them. Until then, Logwave analyzes days with the defaults.',
            })}
      </p>
    </section>
  );
}
