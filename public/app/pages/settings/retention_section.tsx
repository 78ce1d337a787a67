import React from 'react';
import { translate } from '../../../i18n';
import { type NumberField, NumberFields } from './fields/number_fields';
import type { FormPart } from './form/form_part';
import { Section } from './form/section';

/** The title of the section, and the labels of its fields. */
export function retentionTexts() {
  return {
    title: translate('logwave.settings.retention', { defaultMessage: 'Retention' }),
    days: translate('logwave.settings.retentionDays', {
      defaultMessage: 'Days of counts, findings and runs',
    }),
    seriesDays: translate('logwave.settings.retentionSeries', { defaultMessage: 'Days of series' }),
  };
}

function retentionFields(): readonly NumberField[] {
  const { days, seriesDays } = retentionTexts();
  return [
    {
      key: 'retention_days',
      path: 'retention.days',
      label: days,
      help: translate('logwave.settings.retentionDaysHelp', { defaultMessage: '100 to 3,650.' }),
    },
    {
      key: 'retention_series_days',
      path: 'retention.series_days',
      label: seriesDays,
      help: translate('logwave.settings.retentionSeriesHelp', {
        defaultMessage: 'What the rows and charts of a day are drawn from, 31 to 3,650.',
      }),
    },
  ];
}

/** How long Logwave keeps its results. */
export function RetentionSection(form: FormPart) {
  return (
    <Section title={retentionTexts().title}>
      <p>
        {translate('logwave.settings.retentionAbout', {
          defaultMessage:
            'The schedule removes older results after each analysis. Your logs and their tags stay. The size of each index is shown under Diagnostics.',
        })}
      </p>
      <div className="lwForm">
        <NumberFields {...form} fields={retentionFields()} />
      </div>
    </Section>
  );
}
