import { open, type FileHandle } from 'node:fs/promises';
import type { LogDocument } from '../documents/log_document';

/** A document that the cluster permanently refused, and why. */
export interface RefusedDocument {
  readonly index: string;
  readonly id: string;
  readonly status: number;
  readonly reason: string;
  readonly document: LogDocument;
}

/**
 * Where refused documents are stored: one JSON a line. The file is created with the first of them.
 */
export interface RefusedFile {
  /** @throws RefusedFileError if they cannot be stored */
  write(refused: readonly RefusedDocument[]): Promise<void>;
  /** @throws RefusedFileError if written lines may not be on the disk */
  close(): Promise<void>;
}

/** Codes of the system in words. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'there is no space left on its disk'],
  ['EDQUOT', 'the quota of its disk is used up'],
  ['EROFS', 'its disk is read-only'],
  ['EACCES', 'you are not allowed to write there'],
  ['EPERM', 'you are not allowed to write there'],
  ['EIO', 'its disk has an error'],
]);

function reasonOf(error: unknown): string {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  const known = hasCode ? REASONS.get(String(error.code)) : undefined;
  return known ?? (error instanceof Error ? error.message : String(error));
}

/** Thrown if refused documents cannot be stored. The message is a sentence without a final period. */
export class RefusedFileError extends Error {
  override readonly name = 'RefusedFileError';

  constructor(path: string, cause: unknown) {
    const what = `documents that Elasticsearch refused cannot be kept in ${path}`;
    const way =
      'free some space, or run the same command in another folder: it adds only what is missing';
    super(`${what}, since ${reasonOf(cause)}: ${way}`, { cause });
  }
}

/** Opens a file for refused documents; to one that exists, they are added. */
export function createRefusedFile(path: string): RefusedFile {
  let opening: Promise<FileHandle> | undefined;
  let writing: Promise<void> = Promise.resolve();
  const explained = (error: unknown): never => {
    throw new RefusedFileError(path, error);
  };
  return {
    async write(refused) {
      if (refused.length === 0) return;
      const text = refused.map((entry) => `${JSON.stringify(entry)}\n`).join('');
      opening ??= open(path, 'a').catch(explained);
      const file = await opening;
      // After a line that may be cut off, no other is written.
      writing = writing.then(() => file.appendFile(text).catch(explained));
      await writing;
    },
    async close() {
      // The write that needed it has already reported why it could not be opened.
      const file = await opening?.catch(() => undefined);
      await file?.close().catch(explained);
    },
  };
}
