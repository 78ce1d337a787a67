import { EuiLink } from '@elastic/eui';
import React from 'react';
import type { Outage } from '../../../../../common/settings';
import type { Source } from '../../../../../common/sources';
import { translate } from '../../../../i18n';
import { outageOfWords } from '../../../components';
import { longDay } from '../../../words';
import { Section } from '../form/section';

interface OutagesSectionProps {
  readonly outages: readonly Outage[];
  /** The saved sources, for names. */
  readonly known: readonly Pick<Source, 'id' | 'name'>[];
  /** Undefined if the reader may not change it. */
  readonly onTakeBack?: (outage: Outage) => void;
}

/**
 * The days that are left out for every series, or for those of a source. Each can be taken back.
 */
export function OutagesSection({ outages, known, onTakeBack }: OutagesSectionProps) {
  if (outages.length === 0) return null;
  const action = translate('logwave.outage.takeBack', { defaultMessage: 'Use again' });
  return (
    <Section
      title={translate('logwave.settings.outages', { defaultMessage: 'Days left out' })}
      lead={translate('logwave.settings.outagesLead', {
        defaultMessage:
          'To leave a day out for many series, use the page of the day or of the month.',
      })}
    >
      <ul className="lwOmitted" data-test-subj="logwaveOutages">
        {outages.map((outage) => {
          const what = `${longDay(outage.day)}, ${outageOfWords(outage, known)}`;
          return (
            <li key={`${outage.day} ${outage.source ?? ''}`}>
              {what}{' '}
              {onTakeBack !== undefined && (
                <EuiLink aria-label={`${action}: ${what}`} onClick={() => onTakeBack(outage)}>
                  {action}
                </EuiLink>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
