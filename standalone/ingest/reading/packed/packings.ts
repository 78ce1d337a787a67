import { createGunzip } from 'node:zlib';
import { errorCode } from '../../../elasticsearch';
import { sayingPacked } from './packed_error';
import { throughZlib } from './through_zlib';
import { isXzCut, unxz } from './unxz';
import { isZstdCut, unzstd } from './unzstd';

type Unpack = (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>;

interface Packing {
  readonly name: string;
  /** How such a file begins, in hexadecimal. */
  readonly magic: string;
  readonly unpack: Unpack;
  readonly isCut: (error: unknown) => boolean | undefined;
}

function isZlibCut(error: unknown): boolean | undefined {
  const code = errorCode(error);
  return code === undefined ? undefined : code === 'Z_BUF_ERROR';
}

const gunzip: Unpack = (chunks) => throughZlib(chunks, createGunzip);

/** The supported compression formats. */
const PACKINGS: readonly Packing[] = [
  { name: 'gzip', magic: '1f8b', unpack: gunzip, isCut: isZlibCut },
  { name: 'xz', magic: 'fd377a585a00', unpack: unxz, isCut: isXzCut },
  { name: 'zstd', magic: '28b52ffd', unpack: unzstd, isCut: isZstdCut },
];

/** How many bytes identify the compression of a file. */
export const MAGIC_BYTES = 6;

/** How to decompress a file, by its first bytes; undefined if it is not compressed. */
export function unpackerOf(head: Buffer): Unpack | undefined {
  const hex = head.subarray(0, MAGIC_BYTES).toString('hex');
  const packing = PACKINGS.find(({ magic }) => hex.startsWith(magic));
  if (packing === undefined) return undefined;
  const { name, unpack, isCut } = packing;
  return (chunks) => sayingPacked(name, unpack, isCut, chunks);
}
