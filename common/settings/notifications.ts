import { z } from 'zod';
import { weekdaysSchema } from './weekdays';

/** Kinds of findings that a message can report. */
export const TOLD_VERDICTS = ['more', 'less', 'new', 'silent', 'moved'] as const;

/** A day is analyzed once it is over, so there is nothing to send earlier. */
const SEND_AT = /^(?:0[1-9]|1\d|2[0-3]):[0-5]\d$/;
const MOST_CHANNELS = 50;

/** What one channel reports. A channel that is not named here reports everything. */
export const channelSettingsSchema = z.strictObject({
  /** Its name in kibana.yml, or on the host. */
  channel: z.string().min(1).max(40),
  /** False: nothing is sent. */
  enabled: z.boolean().default(true),
  verdicts: z
    .array(z.enum(TOLD_VERDICTS))
    .min(1)
    .max(TOLD_VERDICTS.length)
    .default([...TOLD_VERDICTS]),
  /** Findings of less surprise are left out. Those without one, such as silences, are included. */
  least_surprise: z.number().min(0).max(1000).optional(),
  /** Ids of sources; none for all. */
  sources: z.array(z.string().min(1).max(64)).max(200).default([]),
  /** Whether what continues from an earlier day is left out. */
  only_new: z.boolean().default(false),
  /** Whether a message is sent for a day with nothing to report. */
  quiet_days: z.boolean().default(true),
  /** Whether names that may be hosts or people are included. */
  names: z.boolean().default(true),
});

function isEachOnce(channels: readonly { channel: string }[]): boolean {
  return new Set(channels.map(({ channel }) => channel)).size === channels.length;
}

/** When messages are sent, and what each channel reports. */
export const notificationsSchema = z.strictObject({
  /** In the zone of the settings. */
  send_at: z
    .string()
    .max(5)
    .regex(SEND_AT, 'write a time from 01:00 to 23:59, such as 07:00')
    .default('07:00'),
  weekdays: weekdaysSchema
    .min(1)
    .max(7)
    .default(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
  channels: z
    .array(channelSettingsSchema)
    .max(MOST_CHANNELS)
    .refine(isEachOnce, 'name each channel once')
    .default([]),
});

export type NotificationSettings = z.infer<typeof notificationsSchema>;
export type ChannelSettings = z.infer<typeof channelSettingsSchema>;

/** What a channel reports: as it was set, or everything. */
export function channelSettingsOf(
  { channels }: Pick<NotificationSettings, 'channels'>,
  name: string,
): ChannelSettings {
  const set = channels.find(({ channel }) => channel === name);
  return set ?? channelSettingsSchema.parse({ channel: name });
}
