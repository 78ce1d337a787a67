import { z } from 'zod';

const ELASTICSEARCH_TAGLINE = 'You Know, for Search';
const OPENSEARCH = /opensearch/i;
/** As in `OpenSearch/3.9.0 (opensearch)`, which OpenSearch 3 sends with each answer. */
const VERSION_HEADER = /^OpenSearch\/(\d+\.\d+)/;
const MAJOR_AND_MINOR = /^\d+\.\d+/;

const bodySchema = z.object({
  tagline: z.string().catch(''),
  version: z
    .object({ number: z.string().catch(''), distribution: z.string().catch('') })
    .catch({ number: '', distribution: '' }),
});

/** A server's answer to `GET /`. */
export interface Greeting {
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

function bodyOf(text: string): z.infer<typeof bodySchema> | undefined {
  try {
    return bodySchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    // Not JSON: a proxy's page, perhaps.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The dialect of a cluster; `words` is a sentence without a final period. */
export type Dialect =
  | { readonly kind: 'elasticsearch' | 'unknown' | 'opensearch' }
  | { readonly kind: 'refused'; readonly words: string };

/** It has had points in time since this version. */
const OLDEST_OPENSEARCH = [2, 4] as const;

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldest, from] = OLDEST_OPENSEARCH;
  return major < oldest || (major === oldest && minor < from);
}

function openSearchOf(version: string | undefined): Dialect {
  if (version === undefined || !isTooOld(version)) return { kind: 'opensearch' };
  return {
    kind: 'refused',
    words: `this is OpenSearch ${version}, and Logwave needs ${OLDEST_OPENSEARCH.join('.')} or newer`,
  };
}

/**
 * Which product answers; `unknown` if it cannot be determined, for example because a proxy requires
 * a login.
 *
 * OpenSearch is recognized by its tagline: the setting
 * `compatibility.override_main_response_version` hides its distribution and makes its version
 * 7.10.2. With security on, it only shows the realm to a client that has not logged in.
 */
export function dialectOf({ headers, body }: Greeting): Dialect {
  if (headers['x-elastic-product'] === 'Elasticsearch') return { kind: 'elasticsearch' };
  const { tagline = '', version } = bodyOf(body) ?? {};
  const { number = '', distribution = '' } = version ?? {};
  const inHeader = VERSION_HEADER.exec(String(headers['x-opensearch-version'] ?? ''))?.[1];
  const signs = [tagline, distribution, String(headers['www-authenticate'] ?? '')];
  if (inHeader !== undefined || signs.some((sign) => OPENSEARCH.test(sign))) {
    const isOwnNumber = OPENSEARCH.test(distribution);
    return openSearchOf(inHeader ?? (isOwnNumber ? MAJOR_AND_MINOR.exec(number)?.[0] : undefined));
  }
  if (tagline !== ELASTICSEARCH_TAGLINE) return { kind: 'unknown' };
  return {
    kind: 'refused',
    words: `this is Elasticsearch ${number}, and its answers lack the header x-elastic-product: Logwave needs version 8 or 9, and a proxy has to pass this header on`,
  };
}
