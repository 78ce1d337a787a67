import JSZip from 'jszip';

/** Files by their path in the archive. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** Any day is fine, if it is always the same. */
const DATE = new Date('2000-01-01T00:00:00Z');

/** Zips files so that the same files always give the same bytes: sorted, with one date for all. */
export function zipFiles(files: Files): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const path of [...files.keys()].sort()) {
    zip.file(path, files.get(path) ?? '', { date: DATE, createFolders: false });
  }
  return zip.generateAsync({
    type: 'uint8array',
    platform: 'UNIX',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  });
}
