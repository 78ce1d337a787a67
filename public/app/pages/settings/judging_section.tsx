import { EuiFieldText, EuiFormRow, EuiSelect } from '@elastic/eui';
import React from 'react';
import { translate } from '../../../i18n';
import { Section } from './section';
import type { SettingsDraft } from './settings_draft';

interface JudgingSectionProps {
  readonly draft: SettingsDraft;
  /** Where Kibana shows times in a zone of its own: a proposal. */
  readonly hostZone: string | undefined;
  readonly isEditable: boolean;
  readonly onChange: (part: Partial<SettingsDraft>) => void;
}

type TextKey = 'zone' | 'training_days' | 'score_limit' | 'difference_limit' | 'contribution_limit';

/** Zone, training and limits. */
export function JudgingSection({ draft, hostZone, isEditable, onChange }: JudgingSectionProps) {
  const field = (key: TextKey, label: string, help: string) => (
    <EuiFormRow label={label} helpText={help} display="rowCompressed">
      <EuiFieldText
        compressed
        value={draft[key]}
        disabled={!isEditable}
        maxLength={64}
        onChange={({ target }) => onChange({ [key]: target.value })}
        data-test-subj={`logwaveSetting-${key}`}
      />
    </EuiFormRow>
  );
  const zoneHelp = translate('logwave.settings.zoneHelp', {
    defaultMessage: 'Whose calendar days are analysed, such as Europe/Vienna.',
  });
  const proposal =
    hostZone === undefined || hostZone === draft.zone
      ? ''
      : translate('logwave.settings.zoneProposal', {
          defaultMessage: ' Kibana shows times in {zone}.',
          values: { zone: hostZone },
        });
  return (
    <Section title={translate('logwave.settings.judging', { defaultMessage: 'Days and limits' })}>
      <div className="lwForm">
        {field(
          'zone',
          translate('logwave.settings.zone', { defaultMessage: 'Time zone' }),
          zoneHelp + proposal,
        )}
        {field(
          'training_days',
          translate('logwave.settings.training', { defaultMessage: 'Training days' }),
          translate('logwave.settings.trainingHelp', {
            defaultMessage: 'Days before the tested day that are learnt from, 1 to 92.',
          }),
        )}
        <EuiFormRow
          label={translate('logwave.settings.method', { defaultMessage: 'Method' })}
          helpText={translate('logwave.settings.methodHelp', {
            defaultMessage: 'Calibrated, or that of the talk "Roll Your Own SIEM".',
          })}
          display="rowCompressed"
        >
          <EuiSelect
            compressed
            value={draft.method}
            disabled={!isEditable}
            onChange={({ target }) =>
              onChange({ method: target.value === 'talk' ? 'talk' : 'calibrated' })
            }
            options={[
              {
                value: 'calibrated',
                text: translate('logwave.settings.calibrated', { defaultMessage: 'calibrated' }),
              },
              {
                value: 'talk',
                text: translate('logwave.settings.talk', { defaultMessage: 'talk' }),
              },
            ]}
            data-test-subj="logwaveSetting-method"
          />
        </EuiFormRow>
        {draft.method === 'calibrated' ? (
          field(
            'score_limit',
            translate('logwave.settings.score', { defaultMessage: 'Limit of the score' }),
            translate('logwave.settings.scoreHelp', {
              defaultMessage: 'Higher flags less; surprise is the score divided by it.',
            }),
          )
        ) : (
          <>
            {field(
              'difference_limit',
              translate('logwave.settings.difference', {
                defaultMessage: 'Limit of the difference',
              }),
              translate('logwave.settings.differenceHelp', {
                defaultMessage: 'Below it a day is as usual.',
              }),
            )}
            {field(
              'contribution_limit',
              translate('logwave.settings.contribution', {
                defaultMessage: 'Limit of the contribution',
              }),
              translate('logwave.settings.contributionHelp', {
                defaultMessage: 'An hour with a larger share of the difference is flagged.',
              }),
            )}
          </>
        )}
      </div>
    </Section>
  );
}
