import { createHash } from 'node:crypto';

/** 160 of the 256 bits, in 27 letters: far more than any number of lines can make equal. */
const ID_LENGTH = 27;

function digest(parts: readonly (string | number)[], text: string): string {
  const head = JSON.stringify(parts);
  return createHash('sha256').update(`${head}\n${text}`).digest('base64url').slice(0, ID_LENGTH);
}

/** What tells a record from others, whichever file it stands in. */
export interface RecordIdentity {
  readonly host: string;
  readonly type: string;
  readonly record: string;
  /** Given for a record without a time of its own: the second that it was given, since 1970. */
  readonly borrowedSecond?: number;
}

/** The id of a record that stands alone: a hash of host, type and raw record. */
export function recordId({ host, type, record, borrowedSecond }: RecordIdentity): string {
  const parts = borrowedSecond === undefined ? [host, type] : [host, type, borrowedSecond];
  return digest(parts, record);
}

/**
 * The id of a record that has a number of its own: the same however it is written, be it as JSON or
 * as text, and whatever name its host has there.
 */
export function ownNumberId(type: string, rule: number, number: string): string {
  return digest([type, rule], number);
}

/** The id of the `ordinal`-th record of the same id, from 0. */
export function numberedId(id: string, ordinal: number): string {
  return ordinal === 0 ? id : digest([ordinal], id);
}
