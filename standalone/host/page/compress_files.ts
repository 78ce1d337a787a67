import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Smaller files fit into one packet anyway. */
const LEAST_BYTES = 1_024;
/** The best quality takes thirty times as long for a tenth less. */
const BROTLI_QUALITY = 9;

async function compressFile(file: string): Promise<void> {
  if ((await stat(file)).size < LEAST_BYTES) return;
  const content = await readFile(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(content));
}

/** Writes a `.br` and a `.gz` next to each file that is worth it. */
export async function compressFiles(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) await compressFile(join(folder, name));
}
