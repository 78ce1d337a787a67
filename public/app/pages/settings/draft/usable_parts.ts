import { parseStoredSettings, type SettingsFile } from '../../../../../common/settings';

function isUsable(part: object): boolean {
  return 'settings' in parseStoredSettings(part);
}

/**
 * The valid parts of a value: all of it, or those of its items or members that are valid by
 * themselves.
 */
function usablePart(key: string, value: unknown): unknown {
  if (isUsable({ [key]: value })) return value;
  if (Array.isArray(value)) return value.filter((item) => isUsable({ [key]: [item] }));
  if (typeof value !== 'object' || value === null) return undefined;
  const members: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(members.filter(([name, one]) => isUsable({ [key]: { [name]: one } })));
}

/** The usable part of invalid settings. Saving it repairs them, and loses only what is wrong. */
export function usableParts(saved: unknown): SettingsFile {
  if (typeof saved !== 'object' || saved === null) return {};
  const parts = Object.entries(saved)
    .map(([key, value]) => [key, usablePart(key, value)] as const)
    .filter(([key, value]) => value !== undefined && isUsable({ [key]: value }));
  const usable: unknown = Object.fromEntries(parts);
  // Each part has passed the validator, so together they are valid.
  return usable as SettingsFile;
}
