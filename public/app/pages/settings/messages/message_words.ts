import type { AnswerOf, getNotifications, testChannel } from '../../../../../common/api';
import { dayAt } from '../../../../../common/time';
import { translate } from '../../../../i18n';

type Channel = AnswerOf<typeof getNotifications>['channels'][number];
type Delivery = Channel['deliveries'][number];

/** The recipient of a channel, or why it does not send. */
export function channelWords({ type, to, fault }: Pick<Channel, 'type' | 'to' | 'fault'>): string {
  if (fault !== null) return fault;
  const who = to.join(', ');
  return type === 'heartbeat'
    ? translate('logwave.messages.heartbeat', {
        defaultMessage: '{who} (heartbeat)',
        values: { who },
      })
    : who;
}

function stateWords(state: Delivery['state']): string {
  switch (state) {
    case 'sending':
      return translate('logwave.messages.sending', { defaultMessage: 'being sent' });
    case 'sent':
      return translate('logwave.messages.sent', { defaultMessage: 'sent' });
    case 'failed':
      return translate('logwave.messages.failed', { defaultMessage: 'not delivered' });
    case 'unknown':
      return translate('logwave.messages.unknown', { defaultMessage: 'may not have arrived' });
    case 'quiet':
      return translate('logwave.messages.quiet', { defaultMessage: 'nothing to send' });
  }
}

/** "2026-11-28: sent"; with what went wrong. */
export function deliveryWords({ at, state, words }: Delivery, zone: string): string {
  const told = `${dayAt(Date.parse(at), zone)}: ${stateWords(state)}`;
  return words === null ? told : `${told}. ${words}`;
}

/** The result of a test. */
export function testedWords({ to, words }: AnswerOf<typeof testChannel>): string {
  const sent = translate('logwave.messages.tested', {
    defaultMessage: 'A test went to {who}.',
    values: { who: to.join(', ') },
  });
  return words === null ? sent : `${sent} ${words}`;
}
