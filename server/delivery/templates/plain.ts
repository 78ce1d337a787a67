import { messageText, reportJson, type ReportMessage } from '../../../common/report';
import type { WebhookBody } from './template';

/** The whole message as data, for programs: the report is that of `logwave report --json`. */
export function plainBody(message: ReportMessage): WebhookBody {
  const { subject, alarms, remarks, report, earlier, link } = message;
  return {
    json: {
      subject,
      text: messageText(message),
      alarms,
      remarks,
      report: report === null ? null : reportJson(report),
      earlier: earlier.map(reportJson),
      link,
    },
  };
}
