import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../elasticsearch';
import type { SampleOptions } from './sample_files';
import { writeSample } from './write_sample';

/** Raise it when the generator writes other records. An earlier sample is then replaced. */
const GENERATOR_VERSION = 2;

/** The folder of a sample, its note, or an unfinished folder. */
const OURS = /^\d{4}-\d\d-\d\d-[0-9a-f]{8}(\.json|\.[0-9a-f-]+\.unfinished)?$/;

const noteSchema = z.object({ documents: z.number() });

/** A complete sample in its folder. */
export interface ProvidedSample {
  readonly folder: string;
  readonly documents: number;
  /** Whether it was written now. */
  readonly isNew: boolean;
}

/** `2015-04-01-1f0c…`: the last day, and a hash of everything that distinguishes samples. */
function nameOf(options: SampleOptions): string {
  const { lastDay, days, seed, zone } = options;
  const text = JSON.stringify([GENERATOR_VERSION, lastDay, days, seed, zone]);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${lastDay}-${hash}`;
}

/** How many documents a sample has, according to a note that is written after its last file. */
async function readNote(note: string): Promise<number | undefined> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(note, 'utf8'))).documents;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Two processes may write the same sample at the same time. Both write the same bytes, and the
 * first one stays.
 */
async function moveInto(from: string, folder: string): Promise<void> {
  try {
    await rename(from, folder);
  } catch (error) {
    const isThere = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isThere) throw error;
  }
}

/**
 * Makes sure that a sample exists in a folder of its own below `root`. It is written to a temporary
 * folder and moved into place, so that an interrupted run leaves no half of it, and two at the same
 * time do not mix.
 */
export async function provideSample(
  root: string,
  options: SampleOptions,
  signal: AbortSignal,
): Promise<ProvidedSample> {
  const name = nameOf(options);
  const folder = join(root, name);
  const note = join(root, `${name}.json`);
  const documents = await readNote(note);
  if (documents !== undefined) return { folder, documents, isNew: false };

  // A unique name for each call, since one process may make two.
  const aside = join(root, `${name}.${randomUUID()}.unfinished`);
  await mkdir(root, { recursive: true });
  try {
    const written = await writeSample(join(aside, 'logs'), options, signal);
    await writeFile(join(aside, 'note'), JSON.stringify({ documents: written.documents }));
    await moveInto(join(aside, 'logs'), folder);
    await rename(join(aside, 'note'), note);
    return { folder, documents: written.documents, isNew: true };
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/**
 * Removes the files of other samples below `root`, and what killed runs have left. Must not be
 * called while another process provides a sample there.
 */
export async function removeOtherSamples(root: string, { folder }: ProvidedSample): Promise<void> {
  const kept = [basename(folder), `${basename(folder)}.json`];
  const old = (await readdir(root)).filter((name) => OURS.test(name) && !kept.includes(name));
  for (const name of old) await rm(join(root, name), { recursive: true, force: true });
}
