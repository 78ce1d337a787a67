import { LINE_FEED } from './split_lines';

/** This many NUL bytes in a row are a hole that a crash or a copytruncate left, and no text. */
const LEAST_HOLE = 4;

/**
 * Removes holes from a log. Each becomes the end of a line, if the line before is not already
 * ended. A hole may span several chunks. Fewer NUL bytes stay as they are.
 *
 * @returns a function from each chunk to the rest of it
 */
export function createHoleFiller(): (chunk: Buffer) => Buffer {
  let nuls = 0;
  let isAtLineStart = true;

  const fill = (chunk: Buffer): Buffer => {
    const made = Buffer.alloc(chunk.length + LEAST_HOLE);
    let end = 0;
    for (const byte of chunk) {
      if (byte === 0) {
        nuls += 1;
        continue;
      }
      if (nuls >= LEAST_HOLE && !isAtLineStart) {
        made[end] = LINE_FEED;
        end += 1;
      } else if (nuls < LEAST_HOLE) {
        made.fill(0, end, end + nuls);
        end += nuls;
      }
      nuls = 0;
      made[end] = byte;
      end += 1;
      isAtLineStart = byte === LINE_FEED;
    }
    return made.subarray(0, end);
  };

  return (chunk) => {
    if (nuls > 0 || chunk.includes(0)) return fill(chunk);
    if (chunk.length > 0) isAtLineStart = chunk[chunk.length - 1] === LINE_FEED;
    return chunk;
  };
}

/** A stream without the NUL bytes at its beginning, which may be more than are examined. */
export async function* withoutLeadingNuls(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isBegun = false;
  for await (const chunk of chunks) {
    const start = isBegun ? 0 : chunk.findIndex((byte) => byte !== 0);
    if (start === -1) continue;
    isBegun = true;
    yield start === 0 ? chunk : chunk.subarray(start);
  }
}
