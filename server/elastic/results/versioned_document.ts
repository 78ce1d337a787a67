import type { Client } from '../client';
import { CONFLICT, NOT_FOUND } from '../../../common/http';
import { stableJson } from '../../app/basics';
import { asResponseError, isTurnedAway, patiently, writePatiently } from '../asking';

/** Elasticsearch counts primary terms from 1. */
const VERSION = /^(\d{1,15})\/([1-9]\d{0,14})$/;

/** A document, with a version that changes whenever somebody writes it. */
export interface Versioned<T> {
  readonly content: T | undefined;
  readonly version: string;
}

interface DocumentPlace {
  readonly index: string;
  readonly id: string;
}

interface Written {
  readonly _seq_no?: number;
  readonly _primary_term?: number;
}

function versionOf({ _seq_no: number, _primary_term: term }: Written): string {
  return `${number ?? 0}/${term ?? 0}`;
}

/** If there must be no document yet, a conflict means that there is one. */
function conditionOf(version: string | null) {
  if (version === null) return { op_type: 'create' } as const;
  const [, number, term] = VERSION.exec(version) ?? [];
  if (number === undefined || term === undefined) return undefined;
  return { if_seq_no: Number(number), if_primary_term: Number(term) };
}

/**
 * A document as it is at this moment, searchable yet or not.
 *
 * @returns undefined if there is none
 * @throws the client's errors
 */
export async function readVersioned<T>(
  client: Client,
  place: DocumentPlace,
  signal: AbortSignal,
): Promise<Versioned<T> | undefined> {
  const send = () => client.get<T>(place, { signal, ignore: [NOT_FOUND] });
  const found = await patiently(send, signal, isTurnedAway);
  if (found._source === undefined) return undefined;
  return { content: found._source, version: versionOf(found) };
}

/**
 * Writes a document if nobody has since it was read.
 *
 * @param version the version that was read; null if there must be none yet
 * @returns the new version, or undefined if somebody else was first, or the version is invalid
 * @throws the client's errors
 */
export async function writeVersioned(
  client: Client,
  request: DocumentPlace & { readonly document: object; readonly refresh?: boolean },
  version: string | null,
  signal: AbortSignal,
): Promise<string | undefined> {
  const condition = conditionOf(version);
  if (condition === undefined) return undefined;
  const send = () => client.index({ ...request, ...condition }, { signal });
  try {
    return versionOf(await writePatiently(send, signal));
  } catch (error) {
    if (asResponseError(error)?.statusCode !== CONFLICT) throw error;
  }
  // A request that was sent again because no answer came conflicts with itself.
  const { index, id, document } = request;
  const found = await readVersioned<object>(client, { index, id }, signal);
  return found !== undefined && stableJson(found.content) === stableJson(document)
    ? found.version
    : undefined;
}
