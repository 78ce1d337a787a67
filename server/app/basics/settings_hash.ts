import { createHash } from 'node:crypto';

/** JSON with sorted keys: equal values always give equal texts. */
export function stableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${stableJson(entry)}`).join(',')}}`;
}

/** A digest of settings: equal exactly if everything that decides a verdict is equal. */
export function settingsHash(settings: unknown): string {
  return createHash('sha256').update(stableJson(settings)).digest('hex').slice(0, 16);
}
