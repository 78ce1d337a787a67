import { z } from 'zod';
import { instant, name } from '../basics/parts';

export const LONGEST_REASON = 1000;

/** A mute that is in force. */
export const muteSchema = z.strictObject({
  /** Who is responsible for it, and who wrote it; null if not known. */
  owner: name.nullable(),
  author: name.nullable(),
  reason: z.string().max(LONGEST_REASON).nullable(),
  until: instant,
});
export type ApiMute = z.output<typeof muteSchema>;
