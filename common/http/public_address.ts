/** An address that links can begin with; or why there is none, as a clause without the address. */
export type PublicAddress = { readonly address: string } | { readonly fault: string };

const ENDING = /\/+$/;

function faultOf(given: string): string | undefined {
  const { protocol, username, password } = new URL(given);
  if (protocol !== 'http:' && protocol !== 'https:') {
    return 'must begin with http:// or https://';
  }
  if (username !== '' || password !== '') {
    return 'must not hold a user or a password: all who get a report would read them';
  }
  if (/[?#]/.test(given)) return 'must not have a part that begins with "?" or "#"';
  return undefined;
}

/**
 * Reads the address at which people open Logwave or Kibana. Paths are added to it, and everybody
 * who gets a report reads it. A fault does not repeat the address, which may contain a password.
 */
export function readPublicAddress(given: string): PublicAddress {
  if (!URL.canParse(given)) return { fault: 'must be an address such as https://kibana.example' };
  const fault = faultOf(given);
  return fault === undefined ? { address: new URL(given).href.replace(ENDING, '') } : { fault };
}
