import type { Client } from '../client';
import { IncompleteAnswer } from './incomplete_answer';
import { patiently } from './patiently';

const NOT_YET_CREATED = 'index_not_found_exception';

/** A document that holds a part of something: the `block`-th of `blocks`, from 0. */
export interface StoredBlock {
  readonly block: number;
  readonly blocks: number;
}

/** Where the blocks of one kind are stored. `Of` is what they are parts of, such as a day. */
export interface BlockStore<Of, Block extends StoredBlock> {
  readonly index: string;
  /** Blocks that are read at once. They can be freed before the next ones come. */
  readonly perRequest: number;
  /** Whether the next blocks are asked for while these are taken, if what is kept of them is small. */
  readonly isAhead?: boolean;
  /** The fields that are sent; all of them if absent. */
  readonly fields?: readonly string[];
  readonly idOf: (of: Of, block: number) => string;
  /** The block that a document holds; undefined if it holds none. */
  readonly blockIn: (document: unknown) => Block | undefined;
  /** A value that blocks of the same write share. */
  readonly stampOf: (block: Block) => string;
}

/** One block of something. */
export interface BlockRef<Of> {
  readonly of: Of;
  readonly block: number;
}

/**
 * Reads blocks as they are at this moment, a few at a time. Missing ones are left out.
 *
 * @throws the client's errors, and IncompleteAnswer if a single block is refused: its shard does
 * not answer
 */
export async function* readBlocks<Of, Block extends StoredBlock>(
  client: Client,
  { index, perRequest, isAhead = false, fields, idOf, blockIn }: BlockStore<Of, Block>,
  refs: readonly BlockRef<Of>[],
  signal: AbortSignal,
): AsyncGenerator<readonly [of: Of, block: Block]> {
  const only = fields === undefined ? {} : { _source_includes: [...fields] };
  const ask = (from: number) => {
    const asked = refs.slice(from, from + perRequest);
    const request = { index, ids: asked.map(({ of, block }) => idOf(of, block)), ...only };
    const answer = patiently(() => client.mget<unknown>(request, { signal }), signal);
    // If the caller takes no more, nobody waits for it.
    answer.catch(() => undefined);
    return { asked, answer };
  };
  let coming: ReturnType<typeof ask> | undefined;
  for (let from = 0; from < refs.length; from += perRequest) {
    const { asked, answer } = coming ?? ask(from);
    const { docs } = await answer;
    const next = from + perRequest;
    coming = isAhead && next < refs.length ? ask(next) : undefined;
    for (const [place, { of }] of asked.entries()) {
      const doc = docs[place];
      if (doc === undefined) continue;
      if ('error' in doc) {
        if (doc.error.type === NOT_YET_CREATED) return;
        throw new IncompleteAnswer(doc.error.reason ?? doc.error.type);
      }
      const block = doc._source === undefined ? undefined : blockIn(doc._source);
      if (block !== undefined) yield [of, block];
    }
  }
}

/**
 * Reads all blocks of several things: the first of each, which says how many there are, then the
 * others. A writer stores the first block last, so after an interrupted write the blocks do not
 * belong together.
 *
 * @param take called with each block, the first one first, even if the thing turns out to be
 * incomplete
 * @returns those of which each block is there and comes from the same write
 * @throws as `readBlocks`
 */
export async function readWhole<Of, Block extends StoredBlock>(
  client: Client,
  store: BlockStore<Of, Block>,
  wanted: readonly Of[],
  take: (of: Of, block: Block) => void,
  signal: AbortSignal,
): Promise<Of[]> {
  const found = new Map<Of, { readonly stamp: string; missing: number }>();
  const further: BlockRef<Of>[] = [];
  const add = (of: Of, block: Block): void => {
    const whole = found.get(of);
    if (whole?.stamp !== store.stampOf(block)) return;
    whole.missing -= 1;
    take(of, block);
  };
  const firsts = wanted.map((of) => ({ of, block: 0 }));
  for await (const [of, first] of readBlocks(client, store, firsts, signal)) {
    found.set(of, { stamp: store.stampOf(first), missing: first.blocks });
    add(of, first);
    for (let block = 1; block < first.blocks; block += 1) further.push({ of, block });
  }
  for await (const [of, block] of readBlocks(client, store, further, signal)) add(of, block);
  return [...found].filter(([, { missing }]) => missing === 0).map(([of]) => of);
}
