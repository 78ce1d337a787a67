import { EuiButton } from '@elastic/eui';
import React, { Fragment, useState } from 'react';
import type { SourceState } from '../../../../../common/api';
import type { Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import { addSource, addSourceOf, changeSource, removeSource } from '../draft/draft_changes';
import { useServices } from '../../../basics';
import { faultAt, type DraftFaults } from '../draft/draft_faults';
import type { FormPart } from '../form/form_part';
import { Section } from '../form/section';
import { DataViewSelect } from './data_view_select';
import { SourceForm } from './source_form';
import { SourceRow } from './source_row';
import { SourcesHead } from './sources_head';

interface SourcesSectionProps extends FormPart {
  /** The host's facts about the saved sources. */
  readonly states: readonly SourceState[];
  /** The day whose series are shown. */
  readonly day: Day | undefined;
}

const COLUMNS = 6;

function hasFault(faults: DraftFaults, list: string, place: number): boolean {
  return faultAt(faults, `${list}[${place}]`) !== undefined;
}

/** The sources: which are analyzed, and a form for each. Users can add their own. */
export function SourcesSection(props: SourcesSectionProps) {
  const { draft, faults, onChange, states, day } = props;
  const { dataViews } = useServices();
  const [open, setOpen] = useState<number>();
  const stateOf = new Map(states.map((state) => [state.source.id, state]));
  const toggle = (place: number): void => setOpen(open === place ? undefined : place);
  const add = (): void => {
    onChange(addSource);
    setOpen(draft.sources.length);
  };
  return (
    <Section title={translate('logwave.settings.sources', { defaultMessage: 'Sources' })}>
      <table className="lwPlain" data-test-subj="logwaveSources">
        <SourcesHead hasAction />
        <tbody>
          {draft.sources.map((source, place) => {
            const isOpen = open === place;
            return (
              <Fragment key={place}>
                <SourceRow
                  source={source}
                  state={stateOf.get(source.id)}
                  isOpen={isOpen}
                  isValid={!['sources', 'floors'].some((list) => hasFault(faults, list, place))}
                  onChange={(part) => onChange(changeSource(place, part))}
                  onToggle={() => toggle(place)}
                />
                {isOpen && (
                  <tr>
                    <td colSpan={COLUMNS}>
                      <SourceForm
                        source={source}
                        place={place}
                        faults={faults}
                        day={day}
                        onChange={(part) => onChange(changeSource(place, part))}
                        onRemove={() => {
                          setOpen(undefined);
                          onChange(removeSource(place));
                        }}
                      />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      <EuiButton size="s" color="text" onClick={add} data-test-subj="logwaveSourceAdd">
        {translate('logwave.source.add', { defaultMessage: 'Add a source' })}
      </EuiButton>
      {dataViews !== undefined && (
        <DataViewSelect
          dataViews={dataViews}
          taken={new Set(draft.sources.map(({ id }) => id))}
          onSource={(source, view) => {
            onChange(addSourceOf(source, view));
            setOpen(draft.sources.length);
          }}
        />
      )}
    </Section>
  );
}
