import { ApiError } from '../../common/api';
import type { Settings } from '../../common/settings';
import type { Day } from '../../common/time';
import type { Delivered } from '../../server/delivery';
import { fetchUserName } from '../../server/elastic/asking';
import { fetchExistingIndices } from '../../server/elastic/results';
import { sendDay, type Notifying, type SentDay } from '../../server/wiring';
import { channelsOfHost, HostError } from '../host';
import { withElasticsearch, type ElasticOptions } from './basics/context';
import { say } from './basics/output';
import { UserError } from './basics/user_error';

/** What is sent, through which channel, and where people open Logwave. */
export interface ReportToSend {
  readonly settings: Settings;
  readonly day: Day;
  /** The name of the channel. */
  readonly name: string;
  /** False leaves names out, whatever the settings of the channel say. */
  readonly hasNames: boolean;
  readonly notifyFile: string | undefined;
  readonly publicUrl: string | undefined;
}

const NO_LINK = 'There is no link to this day: give --public-url.';

async function notifyingOf({ notifyFile, publicUrl }: ReportToSend): Promise<Notifying> {
  const none = () => Promise.resolve(undefined);
  const ledger = { version: 1 as const, deliveries: [], told: [] };
  try {
    return {
      channels: await channelsOfHost(process.env, notifyFile),
      // Reports that a user sends are not recorded.
      ledger: { read: () => Promise.resolve({ ledger, version: null }), write: none },
      publicUrl: publicUrl ?? null,
      noLink: NO_LINK,
      since: new Date(),
    };
  } catch (error) {
    if (error instanceof HostError) throw new UserError(error.message);
    throw error;
  }
}

/** What is said once a channel has taken the report. */
export function sentWords(
  day: Day,
  name: string,
  isHeartbeat: boolean,
  { to, words }: Delivered,
): string {
  const all = to.join(', ');
  const sent = isHeartbeat
    ? `The heartbeat ${name} was sent to ${all}; it carries no report.`
    : `The report of ${day} went to ${all}.`;
  return words === null ? sent : `${sent} ${words}`;
}

/**
 * Sends the report of an analyzed day by a channel.
 *
 * @returns the run that it is about
 * @throws UserError if it is not delivered
 */
export async function sendReport(
  options: ElasticOptions,
  request: ReportToSend,
): Promise<SentDay['run']> {
  const { settings, day, name, hasNames } = request;
  const notifying = await notifyingOf(request);
  const { delivered, run } = await withElasticsearch(options, async (client, signal) => {
    await fetchExistingIndices(client, signal);
    const user = await fetchUserName(client, signal);
    const caller = {
      name: user,
      client,
      can: () => Promise.resolve(true),
      request: undefined,
    };
    const sending = { caller, settings, notifying, name, hasNames, now: new Date() };
    return sendDay(sending, day, signal).catch((error: unknown) => {
      if (!(error instanceof ApiError)) throw error;
      if (error.code !== 'day_not_analyzed') throw new UserError(error.message);
      throw new UserError(`${day} was not analyzed yet: run logwave analyze --day ${day} first`);
    });
  });
  const used = notifying.channels.find((one) => one.name === name)?.channel;
  say(sentWords(day, name, used?.type === 'heartbeat', delivered));
  return run;
}
