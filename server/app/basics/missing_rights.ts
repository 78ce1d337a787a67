/** Which privileges a user lacks on an index pattern. */
export interface MissingRights {
  readonly pattern: string;
  readonly privileges: readonly string[];
}

/** "the privilege "read" is missing on "logs-*"". */
export function missingRightsInWords({ pattern, privileges }: MissingRights): string {
  const names = privileges.map((privilege) => `"${privilege}"`).join(', ');
  return privileges.length === 1
    ? `the privilege ${names} is missing on "${pattern}"`
    : `the privileges ${names} are missing on "${pattern}"`;
}
