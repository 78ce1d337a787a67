import type { Client } from '../client';
import { mapAhead, once } from '../../app/basics';
import type { Refused, UpdateGuard } from '../../app/tagging';
import { fieldLimit } from './count_fields';
import { fetchFieldCount, fetchIndexShape } from './fetch_index_shape';
import { sourceLoss } from './source_loss';
import { addedFields, tagHiding } from './tag_hiding';

/** How many indices are checked at the same time. */
const AT_A_TIME = 4;

const keyOf = (index: string): string => index;

function refusalFor(reason: string | undefined): Refused | undefined {
  return reason === undefined ? undefined : { state: 'refused', reason, whole_index: true };
}

async function refusedOf(
  indices: Iterable<string>,
  assess: (index: string) => Promise<Refused | undefined>,
): Promise<ReadonlyMap<string, Refused>> {
  const refused = new Map<string, Refused>();
  const assessed = mapAhead(indices, AT_A_TIME, async (index) => ({
    index,
    refusal: await assess(index),
  }));
  for await (const { index, refusal } of assessed) {
    if (refusal !== undefined) refused.set(index, refusal);
  }
  return refused;
}

/**
 * Keeps every feature that updates documents from updates that lose data, and from tags that nobody
 * finds. It reads the mapping of each index once, for the length of one use.
 */
export function createUpdateGuard(client: Client): UpdateGuard {
  const shapeOf = once((index: string, signal) => fetchIndexShape(client, index, signal), {
    keyOf,
  });
  const fieldsOf = once((index: string, signal) => fetchFieldCount(client, index, signal), {
    keyOf,
  });

  const loss = async (index: string, signal: AbortSignal): Promise<Refused | undefined> => {
    const shape = await shapeOf(index, signal);
    if (shape.state === 'refused') return shape;
    return shape.state === 'gone' ? undefined : refusalFor(sourceLoss(shape.value));
  };

  const hiding = async (
    index: string,
    tag: string,
    signal: AbortSignal,
  ): Promise<Refused | undefined> => {
    const shape = await shapeOf(index, signal);
    // A mapping that cannot be read is already reported as a loss.
    if (shape.state !== 'known') return undefined;
    const added = addedFields(shape.value);
    const fields = added === 0 ? undefined : await fieldsOf(index, signal);
    if (fields?.state === 'refused') return fields;
    const isFull = fields?.state === 'known' && fields.value + added > fieldLimit(shape.value);
    return refusalFor(tagHiding(shape.value, tag, isFull));
  };

  return {
    losing: (indices, signal) => refusedOf(indices, (index) => loss(index, signal)),
    hiding: (indices, tag, signal) => refusedOf(indices, (index) => hiding(index, tag, signal)),
  };
}
