import { messageLines, type ReportMessage } from '../../../common/report';
import type { WebhookBody } from './template';

const MARKUP = /[\\`*_{}[\]()#+\-.!|~<>:]/g;
const ZERO_WIDTH_SPACE = '\u200B';

/** Text from logs that Mattermost shows literally: no link, no mention of a channel. */
export function literal(text: string): string {
  return text.replace(MARKUP, '\\$&').replaceAll('@', `@${ZERO_WIDTH_SPACE}`);
}

/** A message as Mattermost's incoming webhooks accept it. */
export function mattermostBody(message: ReportMessage): WebhookBody {
  const { subject, alarms, headline, findings, rest } = messageLines(message);
  const lines = [
    `**${literal(subject)}**`,
    ...alarms.map((alarm) => `**!** ${literal(alarm)}`),
    ...(headline === '' ? [] : [literal(headline)]),
    ...findings.map((finding) => `- ${literal(finding)}`),
    '',
    ...rest.map(literal),
    ...(message.link === null ? [] : [`[Open this day in Logwave](${message.link})`]),
  ];
  return { json: { text: lines.join('\n') } };
}
