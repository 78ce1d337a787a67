import { messageLines, type ReportMessage } from '../../../common/report';
import type { WebhookBody } from './template';

interface Style {
  readonly weight?: 'Bolder';
  readonly size?: 'Medium' | 'Small';
  readonly color?: 'Attention';
  readonly isSubtle?: true;
}

/** A `TextBlock` interprets Markdown, a text run does not, so names in logs do not become links. */
function paragraph(text: string, style: Style = {}) {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text, ...style }] };
}

/** A message as an Adaptive Card, as the Workflows of Teams accept it. */
export function teamsBody(message: ReportMessage): WebhookBody {
  const { subject, alarms, headline, findings, rest } = messageLines(message);
  const { link } = message;
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    msteams: { width: 'Full' },
    body: [
      paragraph(subject, { weight: 'Bolder', size: 'Medium' }),
      ...alarms.map((alarm) => paragraph(alarm, { color: 'Attention' })),
      ...(headline === '' ? [] : [paragraph(headline)]),
      ...findings.map((finding) => paragraph(`• ${finding}`)),
      ...rest.map((line) => paragraph(line, { isSubtle: true, size: 'Small' })),
    ],
    ...(link === null
      ? {}
      : {
          actions: [{ type: 'Action.OpenUrl', title: 'Open this day in Logwave', url: link }],
        }),
  };
  const attachment = {
    contentType: 'application/vnd.microsoft.card.adaptive',
    contentUrl: null,
    content: card,
  };
  return { json: { type: 'message', attachments: [attachment] } };
}
