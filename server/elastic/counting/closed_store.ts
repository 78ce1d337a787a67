import { createHash } from 'node:crypto';
import type { Client } from '../client';
import { z } from 'zod';
import { NOT_FOUND } from '../../../common/http';
import { COUNTS_INDEX } from './counts_mapping';
import { refusalReason, isPassingTrouble, patiently } from '../asking';

const noteSchema = z.object({ closed: z.array(z.tuple([z.string(), z.iso.datetime()])) });

/** The indices of a source in a scope. */
interface Owner {
  readonly scope: string;
  readonly source: string;
}

function noteId({ scope, source }: Owner): string {
  const list = JSON.stringify(['closed', scope, source]);
  return createHash('sha256').update(list).digest('base64url');
}

/**
 * When the indices of a source were first found closed, as stored by runs; empty if nothing is
 * stored or may be read. Then each of them counts as closed from now on.
 *
 * @throws errors of the connection, trouble that may pass and lasts longer than some seconds, and
 * the abort
 */
export async function readClosedSince(
  client: Client,
  owner: Owner,
  signal: AbortSignal,
): Promise<Map<string, Date>> {
  const request = { index: COUNTS_INDEX, id: noteId(owner) };
  try {
    const send = () => client.get<unknown>(request, { signal, ignore: [NOT_FOUND] });
    const answer = await patiently(send, signal, isPassingTrouble);
    const noted = noteSchema.safeParse(answer._source);
    return new Map(noted.data?.closed.map(([name, since]) => [name, new Date(since)]));
  } catch (error) {
    if (refusalReason(error) === undefined || isPassingTrouble(error)) throw error;
    return new Map();
  }
}

/**
 * Stores which indices of a source are closed, and since when, replacing what was stored before. It
 * is stored with the counts because it affects them.
 *
 * @returns why it cannot be stored, in a phrase, or null when it is
 * @throws errors of the connection, and the abort
 */
export async function keepClosedSince(
  client: Client,
  owner: Owner,
  closed: ReadonlyMap<string, Date>,
  signal: AbortSignal,
): Promise<string | null> {
  const rows = [...closed].map(([name, since]) => [name, since.toISOString()]);
  const request = {
    index: COUNTS_INDEX,
    id: noteId(owner),
    document: { scope: owner.scope, source: owner.source, closed: rows },
  };
  try {
    await patiently(() => client.index(request, { signal }), signal, isPassingTrouble);
    return null;
  } catch (error) {
    const reason = refusalReason(error);
    if (reason === undefined) throw error;
    return `closed indices cannot be recorded: ${reason}`;
  }
}
