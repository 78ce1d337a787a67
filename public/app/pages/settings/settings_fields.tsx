import React from 'react';
import type { SourceState } from '../../../../common/api';
import type { Day } from '../../../../common/time';
import { useServices } from '../../basics';
import { AssessmentSection } from './assessment_section';
import { MessagesSection } from './messages/messages_section';
import { RetentionSection } from './retention_section';
import { SaveBar } from './saving/save_bar';
import { OutagesSection } from './series/outages_section';
import { takeBackOutage } from './draft/draft_changes';
import { SeriesSection } from './series/series_section';
import { SourcesSection } from './sources/sources_section';
import type { OpenForm, SettingsForm } from './form/use_settings_form';

interface SettingsFieldsProps {
  readonly form: OpenForm;
  readonly settings: SettingsForm;
  readonly states: readonly SourceState[];
  /** The day that changes are tried on; undefined until it is known. */
  readonly day: Day | undefined;
}

/** Everything that is saved together, and below it the bar that saves it. */
export function SettingsFields({ form, settings, states, day }: SettingsFieldsProps) {
  const { hostZone } = useServices();
  const { draft, checked, stored } = form;
  const faults = 'faults' in checked ? checked.faults : [];
  const part = { draft, faults, onChange: settings.change };
  return (
    <div className="lwSettingsFields">
      <SourcesSection {...part} states={states} day={day} />
      <AssessmentSection {...part} hostZone={hostZone} />
      <SeriesSection {...part} known={stored.settings.sources} />
      <OutagesSection
        outages={draft.outages}
        known={stored.settings.sources}
        onTakeBack={(outage) => settings.change(takeBackOutage(outage))}
      />
      <MessagesSection {...part} zone={stored.settings.zone} />
      <RetentionSection {...part} />
      <SaveBar form={form} settings={settings} to={day} />
    </div>
  );
}
