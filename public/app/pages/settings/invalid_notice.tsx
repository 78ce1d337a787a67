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
          defaultMessage: 'What was saved is not valid, so the defaults hold',
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
                'Shown below is what of it can be used. Mend what is missing, and save: then it holds again.',
            })
          : translate('logwave.settings.invalidAsk', {
              defaultMessage:
                'Whoever has the privilege “Logwave settings” can mend it; days are analyzed by the defaults until then.',
            })}
      </p>
    </section>
  );
}
