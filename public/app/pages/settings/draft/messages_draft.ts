import {
  channelSettingsOf,
  type ChannelSettings,
  type NotificationSettings,
  type Weekday,
} from '../../../../../common/settings';
import { inOrder } from './in_order';
import { numberOf, numberText } from './number_text';
import { listOf } from './text_list';

/** What one channel gets, as the form has it. */
export interface ChannelDraft {
  /** Its name in kibana.yml, or on the host. */
  readonly channel: string;
  readonly enabled: boolean;
  readonly verdicts: ChannelSettings['verdicts'];
  readonly least_surprise: string;
  /** Ids separated by commas; empty for all. */
  readonly sources: string;
  readonly only_new: boolean;
  readonly quiet_days: boolean;
  readonly names: boolean;
}

/** When messages are sent, and what each channel gets. */
export interface MessagesDraft {
  readonly send_at: string;
  /** In the order of the week, Monday first. */
  readonly weekdays: readonly Weekday[];
  /** Those that do not get everything. */
  readonly channels: readonly ChannelDraft[];
}

function channelDraft(settings: ChannelSettings): ChannelDraft {
  return {
    ...settings,
    least_surprise: numberText(settings.least_surprise),
    sources: settings.sources.join(', '),
  };
}

/** Converts settings to the form. */
export function messagesDraftOf(settings: NotificationSettings): MessagesDraft {
  const { send_at, weekdays, channels } = settings;
  return { send_at, weekdays: inOrder(weekdays), channels: channels.map(channelDraft) };
}

/** What a channel gets that the settings do not name: everything. */
function wholeChannel(name: string): ChannelDraft {
  return channelDraft(channelSettingsOf({ channels: [] }, name));
}

/** What a channel gets according to the form. */
export function channelOf({ channels }: MessagesDraft, name: string): ChannelDraft {
  return channels.find(({ channel }) => channel === name) ?? wholeChannel(name);
}

/** Changes what a channel gets. One that gets everything needs no entry. */
export function withChannel(messages: MessagesDraft, changed: ChannelDraft): MessagesDraft {
  const { channel: name } = changed;
  const isWhole = JSON.stringify(changed) === JSON.stringify(wholeChannel(name));
  const isNamed = messages.channels.some(({ channel }) => channel === name);
  const kept = isWhole
    ? messages.channels.filter(({ channel }) => channel !== name)
    : messages.channels.map((one) => (one.channel === name ? changed : one));
  return { ...messages, channels: isNamed || isWhole ? kept : [...kept, changed] };
}

/** The settings to save. The validator refuses them if they are not valid. */
export function writtenMessages({ send_at, weekdays, channels }: MessagesDraft) {
  return {
    send_at: send_at.trim(),
    weekdays: [...weekdays],
    channels: channels.map(({ least_surprise: least, sources, ...others }) => ({
      ...others,
      ...(least.trim() !== '' && { least_surprise: numberOf(least) }),
      sources: listOf(sources, ','),
    })),
  };
}
