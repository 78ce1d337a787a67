import type { ReportMessage } from '../../../common/report';

/** What is sent to a webhook: a body, and the address if it differs from the channel's. */
export interface WebhookBody {
  readonly json: unknown;
  readonly url?: string;
}

/** Makes the body of a webhook from a message and the address of the channel. */
export type Template = (message: ReportMessage, url: string) => WebhookBody;
