import { ApiError } from '../../../common/api';
import type { DayAnswer } from '../../../common/report';
import { channelSettingsOf, type Settings } from '../../../common/settings';
import { addDays, dayAt, type Day } from '../../../common/time';
import { composeMessage, type DayState } from '../../app/notifying';
import type { Delivered } from '../../delivery';
import type { Caller } from '../caller';
import { describeError } from '../describe_error';
import { fetchSettled } from '../fetch_settled';
import { linkTo, outletsOf } from './messenger';
import { reportOfDay } from './report_of_day';
import type { Notifying } from '../services';

/** Which channels there are, and what is wrong with the others, as sentences. */
function thereWords(channels: Notifying['channels']): string {
  const names = channels.flatMap(({ name, channel }) => (channel === null ? [] : [name]));
  const last = names.at(-1);
  const faults = channels.flatMap(({ fault }) => (fault === null ? [] : [fault]));
  if (last === undefined) {
    const none = faults.length === 0 ? 'No channel is configured.' : 'No channel can be used.';
    return [none, ...faults].join(' ');
  }
  const others = names.slice(0, -1).join(', ');
  const there = others === '' ? `The only one is ${last}.` : `There are ${others} and ${last}.`;
  return [there, ...faults].join(' ');
}

/** A channel by its name. @throws ApiError if there is none, or it has a fault */
function outletOf(notifying: Pick<Notifying, 'channels'>, name: string) {
  const outlet = outletsOf(notifying).find((one) => one.name === name);
  if (outlet !== undefined) return outlet;
  const known = notifying.channels.find((one) => one.name === name);
  throw new ApiError(
    'channel_not_found',
    known?.fault ?? `There is no channel "${name}". ${thereWords(notifying.channels)}`,
  );
}

async function send(
  notifying: Notifying,
  name: string,
  message: Parameters<ReturnType<typeof outletOf>['send']>[0],
  signal: AbortSignal,
): Promise<Delivered> {
  try {
    return await outletOf(notifying, name).send(message, signal);
  } catch (error) {
    if (signal.aborted || error instanceof ApiError) throw error;
    throw new ApiError('not_delivered', describeError(error));
  }
}

/** What is sent, and with whose rights it is read. */
export interface SendRequest {
  readonly caller: Caller;
  readonly settings: Settings;
  readonly notifying: Notifying;
  readonly name: string;
  /** False leaves names out, whatever the settings of the channel say. */
  readonly hasNames?: boolean;
  readonly now: Date;
}

/** A report that was sent: how, and the run that it is about. */
export interface SentDay {
  readonly delivered: Delivered;
  readonly run: DayAnswer['run'];
}

/** The state of a day by its run. */
function stateOf({ day, status, error, left_out: leftOut, attempt }: DayAnswer['run']): DayState {
  const state = status === 'canceling' ? 'canceled' : status;
  return { day, state, words: error ?? leftOut[0] ?? null, attempt };
}

/**
 * Sends the report of an analyzed day by one channel, with the channel's settings. It is not
 * recorded, so the message of the morning is still sent.
 *
 * @throws ApiError `channel_not_found`, `day_not_analyzed` and `not_delivered`
 */
export async function sendDay(
  { caller, settings, notifying, name, hasNames = true, now }: SendRequest,
  day: Day,
  signal: AbortSignal,
): Promise<SentDay> {
  outletOf(notifying, name);
  const answer = await reportOfDay(caller, { settings, day, now }, signal);
  const { run } = answer;
  const channel = channelSettingsOf(settings.notifications, name);
  const { message } = composeMessage(
    {
      day,
      state: stateOf(run),
      answer,
      earlier: [],
      before: undefined,
      last: undefined,
      channel: hasNames ? channel : { ...channel, names: false },
      settings,
      alarms: [],
      trouble: null,
    },
    {
      isSettled: await fetchSettled(caller.client, now, signal),
      linkTo: (one) => linkTo(notifying, one),
      noLink: notifying.noLink,
    },
  );
  return { delivered: await send(notifying, name, message, signal), run };
}

/**
 * Sends a test message by one channel. It contains nothing about any day.
 *
 * @throws ApiError `channel_not_found` and `not_delivered`
 */
export async function sendTest(
  { notifying, settings, name, now }: Omit<SendRequest, 'caller'>,
  signal: AbortSignal,
): Promise<Delivered> {
  const { send_at: at } = settings.notifications;
  const link = linkTo(notifying, addDays(dayAt(now.getTime(), settings.zone), -1));
  const message = {
    subject: 'Logwave: a test',
    alarms: [],
    report: null,
    remarks: [`This is a test. Reports come at ${at} (${settings.zone}).`],
    earlier: [],
    link,
    no_link: link === null ? notifying.noLink : '',
  };
  return send(notifying, name, message, signal);
}
