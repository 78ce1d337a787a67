import { messageLines, type ReportMessage } from '../../../common/report';
import type { WebhookBody } from './template';

/** Slack allows 3,000 characters in the text of a block. */
const MOST_CHARACTERS = 2_900;

/**
 * As Slack requires: with these three escaped, a text from logs can neither link nor mention
 * anybody.
 */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function plainText(text: string) {
  return { type: 'plain_text', text: text.slice(0, MOST_CHARACTERS), emoji: false };
}

function section(lines: readonly string[]) {
  return { type: 'section', text: plainText(lines.join('\n')) };
}

/**
 * A message as Slack's incoming webhooks accept it. Its texts are plain, so nothing in them is
 * markup.
 */
export function slackBody(message: ReportMessage): WebhookBody {
  const { subject, alarms, headline, findings, rest } = messageLines(message);
  const said = [...alarms, ...(headline === '' ? [] : [headline])];
  const link =
    message.link === null
      ? []
      : [
          {
            type: 'section',
            text: { type: 'mrkdwn', text: `<${message.link}|Open this day in Logwave>` },
          },
        ];
  return {
    json: {
      text: escaped(subject),
      blocks: [
        { type: 'header', text: plainText(subject.slice(0, 150)) },
        ...(said.length === 0 ? [] : [section(said)]),
        ...findings.map((finding) => section([`• ${finding}`])),
        ...(rest.length === 0
          ? []
          : [{ type: 'context', elements: rest.slice(0, 10).map(plainText) }]),
        ...link,
      ],
    },
  };
}
