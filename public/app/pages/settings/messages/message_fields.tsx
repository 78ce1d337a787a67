import { EuiCheckbox } from '@elastic/eui';
import React from 'react';
import { TOLD_VERDICTS } from '../../../../../common/settings';
import { verdictWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import { faultAt, type DraftFaults } from '../draft/draft_faults';
import {
  channelOf,
  withChannel,
  type ChannelDraft,
  type MessagesDraft,
} from '../draft/messages_draft';
import { Choices } from '../fields/choices';
import { TextField } from '../fields/text_field';
import { WeekdaysField } from '../fields/weekdays_field';
import type { FormPart } from '../form/form_part';

/** The labels of the fields, by their paths in the settings. */
export function messageTexts() {
  return {
    send_at: translate('logwave.messages.sendAt', { defaultMessage: 'Time of the message' }),
    weekdays: translate('logwave.messages.weekdays', { defaultMessage: 'Days of the message' }),
    verdicts: translate('logwave.messages.verdicts', { defaultMessage: 'Findings' }),
    least_surprise: translate('logwave.messages.leastSurprise', {
      defaultMessage: 'Minimum surprise',
    }),
    sources: translate('logwave.messages.sources', { defaultMessage: 'Sources' }),
  };
}

function choiceTexts(): readonly (readonly [
  key: 'enabled' | 'quiet_days' | 'only_new' | 'names',
  label: string,
])[] {
  return [
    ['enabled', translate('logwave.messages.enabled', { defaultMessage: 'Send messages' })],
    [
      'quiet_days',
      translate('logwave.messages.quietDays', { defaultMessage: 'Also on quiet days' }),
    ],
    ['only_new', translate('logwave.messages.onlyNew', { defaultMessage: 'Only what is new' })],
    ['names', translate('logwave.messages.names', { defaultMessage: 'Hosts, users, and notes' })],
  ];
}

interface ChannelFieldsProps {
  readonly channel: ChannelDraft;
  /** Its path in the settings, such as `notifications.channels[0]`. */
  readonly path: string;
  readonly faults: DraftFaults;
  readonly onChange: (channel: ChannelDraft) => void;
}

function VerdictsField({ channel, path, faults, onChange }: ChannelFieldsProps) {
  return (
    <Choices
      name={`logwaveVerdicts-${channel.channel}`}
      label={messageTexts().verdicts}
      fault={faultAt(faults, `${path}.verdicts`)}
      options={TOLD_VERDICTS.map((one) => [one, verdictWords(one).replace('.', '')])}
      chosen={channel.verdicts}
      onChange={(verdicts) => onChange({ ...channel, verdicts: [...verdicts] })}
    />
  );
}

function ChannelFields(props: ChannelFieldsProps) {
  const { channel, path, faults, onChange } = props;
  const texts = messageTexts();
  const subject = `logwaveChannelRules-${channel.channel}`;
  return (
    <fieldset className="lwChannel" data-test-subj={subject}>
      <legend>
        {translate('logwave.messages.rules', {
          defaultMessage: 'What “{channel}” gets',
          values: { channel: channel.channel },
        })}
      </legend>
      <div className="lwForm">
        <div>
          {choiceTexts().map(([key, label]) => (
            <EuiCheckbox
              key={key}
              id={`${subject}-${key}`}
              compressed
              label={label}
              checked={channel[key]}
              onChange={({ target }) => onChange({ ...channel, [key]: target.checked })}
              data-test-subj={`${subject}-${key}`}
            />
          ))}
        </div>
        <VerdictsField {...props} />
        <TextField
          label={texts.least_surprise}
          help={translate('logwave.messages.leastSurpriseHelp', {
            defaultMessage: 'Leave it empty for all findings. Silences are always sent.',
          })}
          value={channel.least_surprise}
          isNumber
          fault={faultAt(faults, `${path}.least_surprise`)}
          onChange={(value) => onChange({ ...channel, least_surprise: value })}
          data-test-subj={`${subject}-least_surprise`}
        />
        <TextField
          label={texts.sources}
          help={translate('logwave.messages.sourcesHelp', {
            defaultMessage: 'IDs, separated by commas. Leave it empty for all sources.',
          })}
          value={channel.sources}
          maxLength={2000}
          fault={faultAt(faults, `${path}.sources`)}
          onChange={(value) => onChange({ ...channel, sources: value })}
          data-test-subj={`${subject}-sources`}
        />
      </div>
    </fieldset>
  );
}

interface MessageFieldsProps extends FormPart {
  /** The channels that the host or Kibana has. */
  readonly names: readonly string[];
}

/** When messages are sent, and what each channel gets. */
export function MessageFields({ names, draft, faults, onChange }: MessageFieldsProps) {
  const { messages } = draft;
  const texts = messageTexts();
  const change = (changed: (before: MessagesDraft) => MessagesDraft): void =>
    onChange((before) => ({ ...before, messages: changed(before.messages) }));
  const all = [...new Set([...names, ...messages.channels.map(({ channel }) => channel)])];
  const pathOf = (name: string): string =>
    `notifications.channels[${messages.channels.findIndex(({ channel }) => channel === name)}]`;
  return (
    <>
      <div className="lwForm">
        <TextField
          label={texts.send_at}
          help={translate('logwave.messages.sendAtHelp', {
            defaultMessage: '01:00 to 23:59, in the time zone of the settings.',
          })}
          value={messages.send_at}
          maxLength={5}
          fault={faultAt(faults, 'notifications.send_at')}
          onChange={(value) => change((before) => ({ ...before, send_at: value }))}
          data-test-subj="logwaveSetting-send_at"
        />
        <WeekdaysField
          name="weekdays"
          label={texts.weekdays}
          help={translate('logwave.messages.weekdaysHelp', {
            defaultMessage: 'A message also covers the days since the previous message.',
          })}
          weekdays={messages.weekdays}
          fault={faultAt(faults, 'notifications.weekdays')}
          onChange={(weekdays) => change((before) => ({ ...before, weekdays }))}
        />
      </div>
      {all.map((name) => (
        <ChannelFields
          key={name}
          channel={channelOf(messages, name)}
          path={pathOf(name)}
          faults={faults}
          onChange={(channel) => change((before) => withChannel(before, channel))}
        />
      ))}
    </>
  );
}
