import { open, type FileHandle } from 'node:fs/promises';
import type { LogDocument } from './log_document';

/** A document that the cluster finally refused, and why. */
export interface RefusedDocument {
  readonly index: string;
  readonly id: string;
  readonly status: number;
  readonly reason: string;
  readonly document: LogDocument;
}

/** Where refused documents are kept: one JSON a line. The file is made with the first of them. */
export interface RefusedFile {
  write(refused: readonly RefusedDocument[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens a file for refused documents; to one that exists, they are added. */
export function createRefusedFile(path: string): RefusedFile {
  let opening: Promise<FileHandle> | undefined;
  let writing: Promise<void> = Promise.resolve();
  return {
    async write(refused) {
      if (refused.length === 0) return;
      const text = refused.map((entry) => `${JSON.stringify(entry)}\n`).join('');
      opening ??= open(path, 'a');
      const file = await opening;
      writing = writing.then(() => file.appendFile(text));
      await writing;
    },
    async close() {
      await (await opening)?.close();
    },
  };
}
