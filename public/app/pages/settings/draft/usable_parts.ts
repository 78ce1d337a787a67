import { parseSettings, type SettingsFile } from '../../../../../common/settings';

function isUsable(part: object): boolean {
  return 'settings' in parseSettings(part);
}

/** What of a part is valid: the whole, or those of its items or members that are so by themselves. */
function usablePart(key: string, value: unknown): unknown {
  if (isUsable({ [key]: value })) return value;
  if (Array.isArray(value)) return value.filter((item) => isUsable({ [key]: [item] }));
  if (typeof value !== 'object' || value === null) return undefined;
  const members: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(members.filter(([name, one]) => isUsable({ [key]: { [name]: one } })));
}

/**
 * Of settings that are not valid, what can be used: saving it mends them, and loses only what is
 * wrong.
 */
export function usableParts(saved: unknown): SettingsFile {
  if (typeof saved !== 'object' || saved === null) return {};
  const parts = Object.entries(saved)
    .map(([key, value]) => [key, usablePart(key, value)] as const)
    .filter(([key, value]) => value !== undefined && isUsable({ [key]: value }));
  const usable: unknown = Object.fromEntries(parts);
  // Each part has passed the validator; together they are as valid.
  return usable as SettingsFile;
}
