import type { KeyRights } from './key_rights';

/** A key with what it is for, as one saved object; `api_key` is encrypted. */
export interface KeyRecord extends KeyRights {
  readonly key_id: string;
  readonly api_key: string;
  readonly user: string;
  readonly granted_at: string;
}

/** The parts of a stored key that need no decrypting. */
export interface KeptKey extends KeyRights {
  /** Of the saved object. */
  readonly id: string;
  /** Of the key in Elasticsearch. */
  readonly key_id: string;
}
