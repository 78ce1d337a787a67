import * as crypto from 'node:crypto';

/**
 * 160 of the 256 bits, in 27 letters: far more than any number of lines needs to avoid collisions.
 */
const ID_LENGTH = 27;

/** Node 20.12 and newer hash in one call, which takes half the time and leaves nothing to clean up. */
const { hash } = crypto as { readonly hash?: typeof crypto.hash };

function sha256(text: string): string {
  if (hash !== undefined) return hash('sha256', text, 'base64url');
  return crypto.createHash('sha256').update(text).digest('base64url');
}

function digest(head: string, text: string): string {
  return sha256(`${head}\n${text}`).slice(0, ID_LENGTH);
}

/** What distinguishes a record from others, whichever file it is in. */
export interface RecordIdentity {
  readonly host: string;
  readonly type: string;
  readonly record: string;
  /** For a record without a time of its own: the second that it was assigned, since 1970. */
  readonly borrowedSecond?: number | undefined;
}

/** A log has few hosts, and as many records as lines. */
const MAX_REMEMBERED = 1000;
/** What is hashed before a record, by type and host. */
const heads = new Map<string, Map<string, string>>();

function headOf(host: string, type: string): string {
  const ofType = heads.get(type) ?? new Map<string, string>();
  const known = ofType.get(host);
  if (known !== undefined) return known;
  if (ofType.size >= MAX_REMEMBERED) ofType.clear();
  const head = JSON.stringify([host, type]);
  heads.set(type, ofType.set(host, head));
  return head;
}

/** The id of a record without a number of its own: a hash of host, type and raw record. */
export function recordId({ host, type, record, borrowedSecond }: RecordIdentity): string {
  const head =
    borrowedSecond === undefined
      ? headOf(host, type)
      : JSON.stringify([host, type, borrowedSecond]);
  return digest(head, record);
}

/**
 * The id of a record with a number of its own. It is the same in every format, JSON or text, and
 * whatever name its host has there.
 */
export function ownNumberId(type: string, rule: number, number: string): string {
  return digest(JSON.stringify([type, rule]), number);
}

/** The id of the `ordinal`-th record of the same id, from 0. */
export function numberedId(id: string, ordinal: number): string {
  return ordinal === 0 ? id : digest(JSON.stringify([ordinal]), id);
}
