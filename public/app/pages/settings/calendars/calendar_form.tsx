import { EuiButton, EuiFormRow } from '@elastic/eui';
import React, { useRef, useState } from 'react';
import { translate } from '../../../../i18n';
import type { ApiFault } from '../../../basics';
import { FaultNotice } from '../../../components';
import { Choices } from '../fields/choices';
import { TextField } from '../fields/text_field';
import {
  type CalendarDraft,
  type CalendarFaults,
  draftFaults,
  EMPTY_DRAFT,
  refusalAt,
} from './calendar_draft';
import { nameOfFile, readCalendarFile, sizeFault } from './calendar_file';
import { meaningTexts } from './calendar_words';
import type { NewCalendar } from './use_calendars';

interface CalendarFormProps {
  readonly known: readonly { readonly id: string; readonly name: string }[];
  /** Names of the saved calendars. */
  readonly names: readonly string[];
  /** Why the host refused the last one. */
  readonly fault: ApiFault | undefined;
  readonly isSending: boolean;
  readonly onAdd: (calendar: NewCalendar, onKept: () => void) => void;
}

function nameHelp(names: readonly string[], name: string): string {
  return names.includes(name.trim())
    ? translate('logwave.calendars.replaces', {
        defaultMessage: 'It replaces the calendar of this name.',
      })
    : translate('logwave.calendars.nameHelp', {
        defaultMessage: 'A calendar of the same name is replaced.',
      });
}

/** Adds a calendar from a file. */
export function CalendarForm({ known, names, fault, isSending, onAdd }: CalendarFormProps) {
  const [draft, setDraft] = useState<CalendarDraft>(EMPTY_DRAFT);
  const [found, setFound] = useState<CalendarFaults>({});
  const [isChanged, setChanged] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const refusal = fault === undefined || isChanged ? {} : refusalAt(fault);
  const faults = { ...found, ...refusal };
  const change = (part: Partial<CalendarDraft>, told: CalendarFaults = {}): void => {
    setDraft({ ...draft, ...part });
    const mended = Object.keys(part);
    const left = Object.entries(found).filter(([key]) => !mended.includes(key));
    setFound({ ...Object.fromEntries(left), ...told });
    setChanged(true);
  };
  const chooseFile = (file: File | undefined): void => {
    const large = file && sizeFault(file);
    const name = file === undefined || draft.name !== '' ? draft.name : nameOfFile(file);
    const isNamed = name !== draft.name;
    change({ file, ...(isNamed && { name }) }, large === undefined ? {} : { file: large });
  };
  const clear = (): void => {
    setDraft(EMPTY_DRAFT);
    if (field.current !== null) field.current.value = '';
  };
  const send = async (): Promise<void> => {
    const missing = draftFaults(draft);
    setFound(missing);
    const { file, name, means, sources } = draft;
    if (file === undefined || Object.keys(missing).length > 0) return;
    const read = await readCalendarFile(file);
    if ('fault' in read) return setFound({ file: read.fault });
    setChanged(false);
    const about = sources.length === 0 ? null : sources;
    onAdd({ name: name.trim(), means, sources: about, ics: read.ics }, clear);
  };
  return (
    <form
      noValidate
      data-test-subj="logwaveCalendarForm"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3>{translate('logwave.calendars.add', { defaultMessage: 'Add a calendar' })}</h3>
      <div className="lwForm">
        <EuiFormRow
          label={translate('logwave.calendars.file', { defaultMessage: 'ICS file' })}
          helpText={translate('logwave.calendars.fileHelp', {
            defaultMessage: 'An export from Outlook, Google or Nextcloud, at most 500 kB.',
          })}
          isInvalid={faults.file !== undefined}
          error={faults.file}
          display="rowCompressed"
          fullWidth
        >
          <input
            ref={field}
            type="file"
            accept=".ics,text/calendar"
            aria-invalid={faults.file !== undefined}
            onChange={({ target }) => chooseFile(target.files?.[0])}
            data-test-subj="logwaveCalendarFile"
          />
        </EuiFormRow>
        <TextField
          label={translate('logwave.calendars.name', { defaultMessage: 'Name' })}
          help={nameHelp(names, draft.name)}
          value={draft.name}
          maxLength={100}
          fault={faults.name}
          isSent
          onChange={(name) => change({ name })}
          data-test-subj="logwaveCalendarName"
        />
        <Choices
          className="lwChoices"
          name="logwaveCalendarMeans"
          label={translate('logwave.calendars.means', { defaultMessage: 'Its days are' })}
          help={translate('logwave.calendars.meansHelp', {
            defaultMessage:
              'Events with hours are maintenance windows: they cannot be like a Sunday.',
          })}
          fault={faults.means}
          options={meaningTexts().map(([value, words, effect]) => [value, `${words}: ${effect}`])}
          chosen={draft.means}
          onChange={(means) => change({ means })}
        />
        <Choices
          className="lwChoices"
          name="logwaveCalendarSources"
          label={translate('logwave.calendars.sources', {
            defaultMessage: 'Only for these sources',
          })}
          help={translate('logwave.calendars.sourcesHelp', {
            defaultMessage: 'Select none for all sources.',
          })}
          fault={faults.sources}
          options={known.map(({ id, name }) => [id, name])}
          chosen={draft.sources}
          onChange={(sources) => change({ sources })}
        />
      </div>
      {fault !== undefined && !isChanged && refusal === undefined && <FaultNotice fault={fault} />}
      <div className="lwButtons">
        <EuiButton
          size="s"
          type="submit"
          color="text"
          isLoading={isSending}
          data-test-subj="logwaveCalendarAdd"
        >
          {translate('logwave.calendars.addButton', { defaultMessage: 'Add calendar' })}
        </EuiButton>
      </div>
    </form>
  );
}
