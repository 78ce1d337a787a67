import { createGunzip } from 'node:zlib';
import { errorCode } from '../../../elasticsearch';
import { type PackedFault, sayingPacked } from './packed_error';
import { throughZlib } from './through_zlib';
import { unxz, xzFault } from './unxz';
import { unzstd, zstdFault } from './unzstd';

type Unpack = (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>;

interface Packing {
  readonly name: string;
  /** How such a file begins, in hexadecimal. */
  readonly magic: string;
  readonly unpack: Unpack;
  readonly faultOf: (error: unknown) => PackedFault | undefined;
}

function gzipFault(error: unknown): PackedFault | undefined {
  const code = errorCode(error);
  if (code === undefined) return undefined;
  return code === 'Z_BUF_ERROR' ? 'cut' : 'damaged';
}

const gunzip: Unpack = (chunks) => throughZlib(chunks, createGunzip);

/** The supported compression formats. */
const PACKINGS: readonly Packing[] = [
  { name: 'gzip', magic: '1f8b', unpack: gunzip, faultOf: gzipFault },
  { name: 'xz', magic: 'fd377a585a00', unpack: unxz, faultOf: xzFault },
  { name: 'zstd', magic: '28b52ffd', unpack: unzstd, faultOf: zstdFault },
];

/** How many bytes identify the compression of a file. */
export const MAGIC_BYTES = 6;

/** How to decompress a file, by its first bytes; undefined if it is not compressed. */
export function unpackerOf(head: Buffer): Unpack | undefined {
  const hex = head.subarray(0, MAGIC_BYTES).toString('hex');
  const packing = PACKINGS.find(({ magic }) => hex.startsWith(magic));
  if (packing === undefined) return undefined;
  const { name, unpack, faultOf } = packing;
  return (chunks) => sayingPacked(name, unpack, faultOf, chunks);
}
