import { EuiFormRow, EuiSelect } from '@elastic/eui';
import React from 'react';
import { translate } from '../../../i18n';
import { faultAt } from './draft/draft_faults';
import type { SettingsDraft } from './draft/settings_draft';
import { type NumberField, NumberFields } from './fields/number_fields';
import { WeekdaysField } from './fields/weekdays_field';
import { ZoneField } from './fields/zone_field';
import type { FormPart } from './form/form_part';
import { methodTexts } from './form/method_words';
import { Section } from './form/section';
import { talkTexts } from './form/talk_texts';

function trainingField(): NumberField {
  return {
    key: 'training_days',
    path: 'training.days',
    label: translate('logwave.settings.training', { defaultMessage: 'Training days' }),
    help: translate('logwave.settings.trainingHelp', {
      defaultMessage: 'How many days before the tested day Logwave learns from, 1 to 92.',
    }),
  };
}

function sharedField(): NumberField {
  return {
    key: 'least_shared',
    path: 'incidents.least_shared',
    label: translate('logwave.settings.leastShared', {
      defaultMessage: 'Shared excess of an incident',
    }),
    help: translate('logwave.settings.leastSharedHelp', {
      defaultMessage:
        'Findings are one incident if each has at least this share of its excess in common with the other, 0.01 to 1.',
    }),
  };
}

/** The thresholds of the chosen method. */
function limitFields(method: SettingsDraft['method']): readonly NumberField[] {
  if (method === 'calibrated') {
    return [
      {
        key: 'score_limit',
        path: 'calibrated.score_limit',
        label: translate('logwave.settings.score', { defaultMessage: 'Score threshold' }),
        help: translate('logwave.settings.scoreHelp', {
          defaultMessage:
            'A higher value gives fewer findings. Surprise is the score divided by it.',
        }),
      },
    ];
  }
  const texts = talkTexts();
  return [
    {
      key: 'difference_limit',
      path: 'talk.difference_limit',
      label: translate('logwave.settings.difference', {
        defaultMessage: 'Difference threshold',
      }),
      help: translate('logwave.settings.differenceHelp', {
        defaultMessage: 'A day below it is as usual.',
      }),
    },
    {
      key: 'contribution_limit',
      path: 'talk.contribution_limit',
      label: translate('logwave.settings.contribution', {
        defaultMessage: 'Contribution threshold',
      }),
      help: translate('logwave.settings.contributionHelp', {
        defaultMessage: 'An hour with a larger share of the difference is flagged.',
      }),
    },
    {
      key: 'depth',
      path: 'talk.depth',
      label: texts.depth,
      help: translate('logwave.settings.depthHelp', {
        defaultMessage: 'How many cycles of the day are compared, 2 to 12.',
      }),
    },
    {
      key: 'low_percentile',
      path: 'talk.low_percentile',
      label: texts.low_percentile,
      help: translate('logwave.settings.lowPercentileHelp', {
        defaultMessage: 'Hours of the usual day below it are raised to it, 0 to 100.',
      }),
    },
    {
      key: 'high_percentile',
      path: 'talk.high_percentile',
      label: texts.high_percentile,
      help: translate('logwave.settings.highPercentileHelp', {
        defaultMessage: 'Hours of the usual day above it are lowered to it, 0 to 100.',
      }),
    },
  ];
}

function MethodField({ draft, onChange }: Pick<FormPart, 'draft' | 'onChange'>) {
  const choose = (value: string): void =>
    onChange((before) => ({ ...before, method: value === 'talk' ? 'talk' : 'calibrated' }));
  return (
    <EuiFormRow
      label={translate('logwave.settings.method', { defaultMessage: 'Method' })}
      helpText={translate('logwave.settings.methodHelp', {
        defaultMessage: 'The calibrated method, or the one of the talk “Roll Your Own SIEM”.',
      })}
      display="rowCompressed"
      fullWidth
    >
      <EuiSelect
        compressed
        fullWidth
        value={draft.method}
        onChange={({ target }) => choose(target.value)}
        options={methodTexts().map(([value, text]) => ({ value, text }))}
        data-test-subj="logwaveSetting-method"
      />
    </EuiFormRow>
  );
}

interface AssessmentSectionProps extends FormPart {
  /** Set if Kibana shows times in a zone of its own: a suggestion. */
  readonly hostZone: string | undefined;
}

/** Zone, training, method and thresholds. */
export function AssessmentSection({ hostZone, ...form }: AssessmentSectionProps) {
  const { draft, faults, onChange } = form;
  return (
    <Section
      title={translate('logwave.settings.judging', { defaultMessage: 'Days and thresholds' })}
    >
      <div className="lwForm">
        <ZoneField
          zone={draft.zone}
          hostZone={hostZone}
          fault={faultAt(faults, 'zone')}
          onChange={(zone) => onChange((before) => ({ ...before, zone }))}
        />
        <NumberFields {...form} fields={[trainingField()]} />
        <WeekdaysField
          name="weekend"
          label={translate('logwave.settings.weekend', { defaultMessage: 'Weekend' })}
          help={translate('logwave.settings.weekendHelp', {
            defaultMessage:
              'Logwave compares weekend days with weekend days. It treats a holiday as a weekend day.',
          })}
          weekdays={draft.weekend}
          fault={faultAt(faults, 'training.weekend')}
          onChange={(weekend) => onChange((before) => ({ ...before, weekend }))}
        />
        <MethodField draft={draft} onChange={onChange} />
        <NumberFields {...form} fields={[...limitFields(draft.method), sharedField()]} />
      </div>
    </Section>
  );
}
