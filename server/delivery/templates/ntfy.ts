import { messageLines, type ReportMessage } from '../../../common/report';
import type { WebhookBody } from './template';

/** Longer messages become attachments, which are not shown at once. */
const MOST_BYTES = 4_000;
const HIGH = 4;
const DEFAULT = 3;

/** As many whole lines as fit. */
function fitting(lines: readonly string[]): string {
  const encoder = new TextEncoder();
  const kept: string[] = [];
  let bytes = 0;
  for (const line of lines) {
    bytes += encoder.encode(line).length + 1;
    if (bytes > MOST_BYTES) return [...kept, '…'].join('\n');
    kept.push(line);
  }
  return kept.join('\n');
}

/**
 * A message as ntfy accepts it: JSON is sent to the root of the server, and names the topic, which
 * is the last part of the channel's address.
 */
export function ntfyBody(message: ReportMessage, address: string): WebhookBody {
  const { subject, alarms, headline, findings, rest } = messageLines(message);
  const url = new URL(address);
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const topic = parts.pop() ?? '';
  url.pathname = `/${parts.join('/')}`;
  const lines = [
    ...alarms.map((alarm) => `! ${alarm}`),
    ...(headline === '' ? [] : [headline]),
    ...findings.map((finding) => `• ${finding}`),
    ...rest,
  ];
  const priority = alarms.length > 0 ? HIGH : DEFAULT;
  const click = message.link === null ? {} : { click: message.link };
  const json = { topic, title: subject, message: fitting(lines), priority, ...click };
  return { json, url: url.href };
}
