import { EuiLink } from '@elastic/eui';
import React from 'react';
import type { AnswerOf, getNotifications } from '../../../../../common/api';
import { translate } from '../../../../i18n';
import { FaultNotice } from '../../../components';
import type { FormPart } from '../form/form_part';
import { Section } from '../form/section';
import { MessageFields } from './message_fields';
import { channelWords, deliveryWords } from './message_words';
import { useMessages, type MessagesControl, type Tested } from './use_messages';

type Channel = AnswerOf<typeof getNotifications>['channels'][number];

interface ChannelRowProps {
  readonly channel: Channel;
  readonly zone: string;
  readonly tested: Tested | undefined;
  readonly isSending: boolean;
  readonly onTest: (name: string) => void;
}

function ChannelRow({ channel, zone, tested, isSending, onTest }: ChannelRowProps) {
  const { name, deliveries, fault } = channel;
  const [latest] = deliveries;
  return (
    <tr data-test-subj={`logwaveChannel-${name}`}>
      <th scope="row">{name}</th>
      <td>{channelWords(channel)}</td>
      <td>{latest === undefined ? '–' : deliveryWords(latest, zone)}</td>
      <td className="lwPlain-action">
        {fault === null && (
          <EuiLink
            disabled={isSending}
            onClick={() => onTest(name)}
            data-test-subj={`logwaveTestChannel-${name}`}
          >
            {translate('logwave.messages.test', { defaultMessage: 'Send a test' })}
          </EuiLink>
        )}
        {tested?.name === name && <span role="status"> {tested.words}</span>}
      </td>
    </tr>
  );
}

interface ChannelsProps {
  readonly zone: string;
  readonly messages: MessagesControl;
}

function Channels({ zone, messages }: ChannelsProps) {
  const { remote, tested, testFault, isSending, test } = messages;
  const { data, fault, reload } = remote;
  return (
    <>
      {fault !== undefined && <FaultNotice fault={fault} onRetry={reload} />}
      {data?.channels.length === 0 && (
        <p data-test-subj="logwaveNoChannels">
          {translate('logwave.messages.none', {
            defaultMessage:
              'No channel is set up. An administrator sets channels up in kibana.yml, or for the host in a file. See docs/notifications.md.',
          })}
        </p>
      )}
      {data !== undefined && data.channels.length > 0 && (
        <table className="lwPlain" data-test-subj="logwaveChannels">
          <thead>
            <tr>
              <th scope="col">
                {translate('logwave.messages.channel', { defaultMessage: 'Channel' })}
              </th>
              <th scope="col">{translate('logwave.messages.to', { defaultMessage: 'To' })}</th>
              <th scope="col">
                {translate('logwave.messages.latest', { defaultMessage: 'Latest message' })}
              </th>
              <th scope="col" className="lwPlain-action">
                <span className="lwHidden">
                  {translate('logwave.messages.action', { defaultMessage: 'Action' })}
                </span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.channels.map((channel) => (
              <ChannelRow
                key={channel.name}
                {...{ channel, zone, tested, isSending }}
                onTest={test}
              />
            ))}
          </tbody>
        </table>
      )}
      {testFault !== undefined && <FaultNotice fault={testFault} />}
      {data !== undefined && data.channels.length > 0 && data.no_link !== null && (
        <p className="lwSub">{data.no_link}</p>
      )}
    </>
  );
}

interface MessagesSectionProps extends FormPart {
  readonly zone: string;
}

/** The channels and times of the morning messages, what each channel gets, and a test. */
export function MessagesSection({ zone, ...form }: MessagesSectionProps) {
  const messages = useMessages();
  const names = (messages.remote.data?.channels ?? []).map(({ name }) => name);
  return (
    <Section
      title={translate('logwave.settings.messages', { defaultMessage: 'Messages' })}
      lead={translate('logwave.settings.messagesLead', {
        defaultMessage: 'While the schedule is on, each channel gets one message a morning.',
      })}
    >
      <Channels zone={zone} messages={messages} />
      <MessageFields {...form} names={names} />
    </Section>
  );
}
