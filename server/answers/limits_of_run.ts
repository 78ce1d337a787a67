import { z } from 'zod';
import { talkSettingsSchema } from '../../common/settings';
import type { TicketLimits } from '../../common/waveform/words';
import type { Run } from '../app/runs';

const assessed = z.object({ talk: talkSettingsSchema });

/** The thresholds that the findings of a run mention; none if another version stored it. */
export function limitsOfRun({ settings }: Pick<Run, 'settings'>): TicketLimits {
  const parsed = assessed.safeParse(settings);
  return parsed.success ? { difference: parsed.data.talk.difference_limit } : {};
}
