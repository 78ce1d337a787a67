/** A part of a PNG file. */
export interface PngChunk {
  /** Four letters. */
  readonly type: string;
  readonly data: Buffer;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const POLYNOMIAL = 0xedb88320;
/** Length and type before a chunk's data, and a check sum after them. */
const FRAME = { before: 8, after: 4 };

function shifted(crc: number): number {
  return crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
}

/** The check sum that PNG asks for (CRC-32). */
function checkSum(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = shifted(crc);
  }
  return ~crc >>> 0;
}

/** The chunks of a PNG file. @throws where it is none */
export function readChunks(png: Buffer): PngChunk[] {
  if (!png.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('this is not a PNG');
  const chunks: PngChunk[] = [];
  let at = SIGNATURE.length;
  while (at < png.length) {
    const begin = at + FRAME.before;
    const end = begin + png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, begin), data: png.subarray(begin, end) });
    at = end + FRAME.after;
  }
  return chunks;
}

function chunkBytes({ type, data }: PngChunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(checkSum(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG file of chunks. */
export function writeChunks(chunks: readonly PngChunk[]): Buffer {
  return Buffer.concat([SIGNATURE, ...chunks.map(chunkBytes)]);
}
