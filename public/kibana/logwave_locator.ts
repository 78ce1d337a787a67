import type { LocatorDefinition } from './contracts';

const APP = 'logwave';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * The path of a day, or of one of its series. Missing or malformed parts are left out. Without a
 * day it is the latest, which the application itself finds.
 */
function pathTo({ day, source, series }: Readonly<Record<string, unknown>>): string {
  if (!isText(day) || !DAY.test(day)) return '/';
  if (!isText(source) || !isText(series)) return `/day/${day}`;
  return `/day/${day}/series?${new URLSearchParams({ source, subtype: series }).toString()}`;
}

/**
 * Lets other plugins link to Logwave: `share.url.locators.get('LOGWAVE_APP_LOCATOR')`, with the
 * parameters `day` ("2026-11-28"), `source` (its id) and `series` (its subtype), each optional.
 */
export const logwaveLocator: LocatorDefinition = {
  id: 'LOGWAVE_APP_LOCATOR',
  getLocation: (params) => Promise.resolve({ app: APP, path: pathTo(params), state: {} }),
};
