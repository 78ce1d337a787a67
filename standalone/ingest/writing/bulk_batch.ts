import type { LogDocument } from '../documents/log_document';

/** A document and its id. */
export interface Written {
  readonly id: string;
  readonly document: LogDocument;
}

/**
 * Documents as the bytes of a bulk request, and little more: what waits for an answer fills the
 * memory.
 */
export interface BulkBatch {
  /** Two lines for each document, the action and the document, each as JSON. */
  readonly bytes: Buffer;
  /** Where in the bytes the lines of each document end. */
  readonly ends: readonly number[];
  /** The index of each document. */
  readonly indices: readonly string[];
}

/** UTF-8 takes at most three bytes for a unit of UTF-16. */
const BYTES_A_UNIT = 3;

/** No more batches than these are sent, wait, or are begun at a time. */
const MOST_SPARE = 4;

/**
 * Collects documents until they are a batch. The room of answered batches is used again. New
 * room for each would cause a garbage collection of the whole memory every few requests.
 */
export class BatchBuilder {
  private bytes: Buffer = Buffer.alloc(0);
  private readonly spare: Buffer[] = [];
  private length = 0;
  private ends: number[] = [];
  private indices: string[] = [];

  /** @param capacity how many bytes a batch has at most, except for few; it may have more */
  constructor(private readonly capacity: number) {}

  get documents(): number {
    return this.ends.length;
  }

  get byteLength(): number {
    return this.length;
  }

  /** @param body the document as JSON, without a line break */
  add(id: string, index: string, body: string): void {
    // Index and id are made of letters that need no escape.
    const lines = `{"create":{"_index":"${index}","_id":"${id}"}}\n${body}\n`;
    this.makeRoom(lines.length * BYTES_A_UNIT);
    this.length += this.bytes.write(lines, this.length);
    this.ends.push(this.length);
    this.indices.push(index);
  }

  /** The batch of all documents since the last one. */
  take(): BulkBatch {
    const { bytes, length, ends, indices } = this;
    this.bytes = Buffer.alloc(0);
    this.length = 0;
    this.ends = [];
    this.indices = [];
    return { bytes: bytes.subarray(0, length), ends, indices };
  }

  /** Takes back the room of a batch that nobody reads any more, not even the network. */
  reuse({ bytes }: BulkBatch): void {
    const { buffer } = bytes;
    // Small ones may share their room with others, and large ones are seldom needed.
    const isUsual = buffer.byteLength >= this.capacity && buffer.byteLength <= 2 * this.capacity;
    if (isUsual && this.spare.length < MOST_SPARE) this.spare.push(Buffer.from(buffer));
  }

  private makeRoom(more: number): void {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return;
    const spare = this.length === 0 ? this.spare.pop() : undefined;
    const room =
      spare !== undefined && spare.length >= needed
        ? spare
        : Buffer.allocUnsafeSlow(Math.max(needed, this.capacity, 2 * this.bytes.length));
    this.bytes.copy(room, 0, 0, this.length);
    this.bytes = room;
  }
}

function linesAt({ bytes, ends }: BulkBatch, position: number): Buffer {
  return bytes.subarray(ends[position - 1] ?? 0, ends[position]);
}

/** The batch of some documents of another one. */
export function pick(batch: BulkBatch, positions: readonly number[]): BulkBatch {
  const pieces = positions.map((position) => linesAt(batch, position));
  let end = 0;
  return {
    bytes: Buffer.concat(pieces),
    ends: pieces.map((piece) => (end += piece.length)),
    indices: positions.map((position) => batch.indices[position] ?? ''),
  };
}

/** A document of a batch; seldom asked for. */
export function writtenAt(batch: BulkBatch, position: number): Written {
  const [action = '', body = ''] = linesAt(batch, position).toString().split('\n');
  const { create } = JSON.parse(action) as { readonly create: { readonly _id: string } };
  return { id: create._id, document: JSON.parse(body) as LogDocument };
}
