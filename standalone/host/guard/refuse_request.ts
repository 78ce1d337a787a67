import { isLoopback } from './loopback';

/** The parts of a request that show who sent it. */
export interface RequestTraits {
  /** In lower case. */
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** The header `sec-fetch-site`, which browsers set and pages cannot. */
  readonly site: string | undefined;
  /** The header `kbn-xsrf`, or `kbn-version`, which Kibana accepts as well. */
  readonly xsrf: string | undefined;
  readonly isApi: boolean;
}

export interface Refusal {
  readonly status: 400 | 403;
  readonly message: string;
}

const READING_METHODS = ['get', 'head'];

/** The name in a Host header, without port and brackets; undefined if there is none. */
function nameOf(host: string): string | undefined {
  const [, bracketed, plain] = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::\d{1,5})?$/.exec(host) ?? [];
  return bracketed ?? plain;
}

/**
 * A page of another site can make a browser send requests here, and by pointing its own name at
 * 127.0.0.1 (DNS rebinding) even read the answers. The Host header then has that name.
 */
function isOwnName(host: string | undefined): boolean {
  const name = host === undefined ? undefined : nameOf(host);
  return name !== undefined && isLoopback(name);
}

function isForeign({ origin, host, site, isApi }: RequestTraits): boolean {
  if (origin !== undefined && origin.toLowerCase() !== `http://${host ?? ''}`.toLowerCase()) {
    return true;
  }
  // A link from another site to the page is allowed. No page links to the API.
  return isApi && (site === 'cross-site' || site === 'same-site');
}

/** Why a request is refused before it is processed; undefined if it is allowed. */
export function refuseRequest(traits: RequestTraits): Refusal | undefined {
  if (!isOwnName(traits.host)) {
    return { status: 403, message: 'Open this host as localhost or 127.0.0.1.' };
  }
  if (isForeign(traits)) {
    return { status: 403, message: 'Pages of other sites cannot use this host.' };
  }
  const reads = READING_METHODS.includes(traits.method);
  if (reads || (traits.xsrf ?? '') !== '') return undefined;
  return { status: 400, message: 'Request must contain a kbn-xsrf header.' };
}
