import type { Caller, Judging, Services } from '../../wiring';

/** The user, the time and the settings, which judging and calendars need. */
export async function judgingOf(
  { client, name: author }: Caller,
  services: Services,
  signal: AbortSignal,
): Promise<Judging> {
  const { settings } = await services.settings.load(signal);
  return { client, settings, author, now: services.now() };
}
