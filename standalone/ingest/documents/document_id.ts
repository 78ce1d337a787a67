import * as crypto from 'node:crypto';

/** 160 of the 256 bits, in 27 letters: far more than any number of lines can make equal. */
const ID_LENGTH = 27;

/** Node 20.12 and newer hash in one call, which takes half the time and leaves nothing to clean up. */
const { hash } = crypto as { readonly hash?: typeof crypto.hash };

function sha256(text: string): string {
  if (hash !== undefined) return hash('sha256', text, 'base64url');
  return crypto.createHash('sha256').update(text).digest('base64url');
}

function digest(parts: readonly (string | number)[], text: string): string {
  const head = JSON.stringify(parts);
  return sha256(`${head}\n${text}`).slice(0, ID_LENGTH);
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
