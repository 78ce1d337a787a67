import { readPublicAddress } from '../../common/http';

const NO_LINK = 'There is no link to this day';

/** Where people open Kibana, for links. */
export interface PublicBase {
  /** Undefined if it is not set, or cannot be used. */
  readonly url: string | undefined;
  /** What a message says in place of its link. */
  readonly noLink: string;
  /** For the log; null if there is none. */
  readonly fault: string | null;
}

/**
 * Reads `server.publicBaseUrl`. Kibana checks it as well, but this one ends in every message.
 *
 * @param given as Kibana has it; undefined if it is not set
 */
export function readPublicBase(given: string | undefined): PublicBase {
  if (given === undefined) {
    const noLink = `${NO_LINK}: set server.publicBaseUrl in kibana.yml.`;
    return { url: undefined, noLink, fault: null };
  }
  const read = readPublicAddress(given);
  if ('address' in read) return { url: read.address, noLink: '', fault: null };
  const why = `server.publicBaseUrl ${read.fault}.`;
  return { url: undefined, noLink: `${NO_LINK}: ${why}`, fault: `Links are left out: ${why}` };
}
