import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export const MANIFEST = 'page.json';

const manifestSchema = z.strictObject({
  /** What the page was built with: the packages, and the version of the build. */
  key: z.string(),
  /** The project's own files that went in, each with its hash. */
  inputs: z.array(z.tuple([z.string(), z.string()])),
  /** The file that the browser starts with. */
  script: z.string(),
  /** Style sheets for both themes, and those of one of them. */
  styles: z.strictObject({ all: z.array(z.string()), light: z.string(), dark: z.string() }),
  files: z.array(z.string()),
});

/** The files of a built page. All names are those of files in its folder. */
export type PageManifest = Readonly<z.infer<typeof manifestSchema>>;

/** The hash of a file's content; null if there is no such file. */
export async function hashOf(file: string): Promise<string | null> {
  try {
    return createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

/**
 * Reads the manifest of the page in a folder; undefined if there is none, or none that is valid.
 */
export async function readManifest(folder: string): Promise<PageManifest | undefined> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
  } catch (error) {
    // A page of an older version, or a half-written one, is built again.
    if (isMissing(error) || error instanceof SyntaxError || error instanceof z.ZodError) {
      return undefined;
    }
    throw error;
  }
}
