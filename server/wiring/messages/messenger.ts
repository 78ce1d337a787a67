import type { Settings } from '../../../common/settings';
import { MS_PER_MINUTE, type Day } from '../../../common/time';
import { drawLedger } from '../../answers';
import {
  deliverDue,
  NOTHING_SETTLED,
  type Morning,
  type NotifyingPorts,
  type Outlet,
} from '../../app/notifying';
import { deliver, recipientsOf } from '../../delivery';
import type { Caller } from '../caller';
import { createReader } from '../create_reader';
import { describeError, elasticsearchTrouble } from '../describe_error';
import { fetchSettled } from '../fetch_settled';
import { reportOfDay } from './report_of_day';
import type { Notifying, Services } from '../services';

/** Trouble that passes by itself within this time is not reported. */
const PATIENCE_MS = 15 * MS_PER_MINUTE;

/** The caller with its rights, or none, with the reason. */
export type Looker = Caller | { readonly refused: string };

/** The channels that can be used. */
export function outletsOf({ channels }: Pick<Notifying, 'channels'>): Outlet[] {
  return channels.flatMap(({ channel }) => {
    if (channel === null) return [];
    return [
      {
        name: channel.name,
        isHeartbeat: channel.type === 'heartbeat',
        recipients: recipientsOf(channel),
        send: (message, signal) => deliver(channel, message, signal),
      } satisfies Outlet,
    ];
  });
}

/** Where the page shows a day. */
export function linkTo({ publicUrl }: Pick<Notifying, 'publicUrl'>, day: Day): string | null {
  return publicUrl === null ? null : `${publicUrl}/day/${day}`;
}

/** Sends the messages that are due, and remembers what it needs while nothing answers. */
export class Messenger {
  private settings: Settings | undefined;
  private failingSince: Date | undefined;

  constructor(private readonly services: Services) {}

  /**
   * Checks for messages that are due and sends them.
   *
   * @throws the errors of whatever does not answer, for a quarter of an hour: then that is the
   * message
   */
  async look(looker: Looker, signal: AbortSignal): Promise<void> {
    const { notifying } = this.services;
    const outlets = outletsOf(notifying);
    if (outlets.length === 0) return;
    const settings = await this.loadSettings(signal);
    await deliverDue(settings, this.ports(looker, settings, outlets), signal);
  }

  private async loadSettings(signal: AbortSignal): Promise<Settings> {
    try {
      this.settings = (await this.services.settings.load(signal)).settings;
    } catch (error) {
      if (this.settings === undefined || elasticsearchTrouble(error) === undefined) throw error;
    }
    return this.settings;
  }

  private ports(looker: Looker, settings: Settings, outlets: readonly Outlet[]): NotifyingPorts {
    const { notifying, now, log } = this.services;
    const { ledger, noLink, since } = notifying;
    return {
      outlets,
      ledger,
      morning: (from, to, signal) => this.morning(looker, settings, { from, to }, signal),
      answerOf: (day, signal) => {
        if ('refused' in looker) return Promise.reject(new Error(looker.refused));
        return reportOfDay(looker, { settings, day, now: now() }, signal);
      },
      settled: (signal) => {
        if ('refused' in looker) return Promise.resolve(NOTHING_SETTLED);
        return fetchSettled(looker.client, now(), signal);
      },
      linkTo: (day) => linkTo(notifying, day),
      noLink,
      describeError,
      log,
      now,
      since,
    };
  }

  private async morning(
    looker: Looker,
    settings: Settings,
    range: { readonly from: Day; readonly to: Day },
    signal: AbortSignal,
  ): Promise<Morning> {
    if ('refused' in looker) return looker;
    const now = this.services.now();
    try {
      const seen = await this.lookBack(looker, settings, range, signal);
      this.failingSince = undefined;
      return seen;
    } catch (error) {
      const trouble = elasticsearchTrouble(error);
      if (trouble === undefined || signal.aborted) throw error;
      this.failingSince ??= now;
      if (now.getTime() - this.failingSince.getTime() < PATIENCE_MS) throw error;
      return { refused: `The state of ${range.to} is unknown: ${trouble}.` };
    }
  }

  private async lookBack(
    caller: Caller,
    settings: Settings,
    range: { readonly from: Day; readonly to: Day },
    signal: AbortSignal,
  ): Promise<Morning> {
    const { now, schedule } = this.services;
    const { days, views } = await drawLedger(createReader(caller), now(), settings, range, signal);
    const attempts = new Map(views.map(({ run }) => [run.day, run.attempt]));
    const { last_run: last, warning } = await schedule.status(caller, signal);
    const isTrouble = last?.outcome === 'failed' || last?.outcome === 'refused';
    return {
      days: days.map(({ day, state, words }) => ({
        day,
        state,
        words,
        attempt: attempts.get(day) ?? null,
      })),
      warning,
      trouble: isTrouble ? last.words : null,
    };
  }
}
