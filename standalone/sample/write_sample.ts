import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { addDays, type Day } from '../../common/time';
import { sampleFiles, type SampleOptions } from './sample_files';

/** What was written. */
export interface WrittenSample {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  /** One a line, or one an alert of several lines. */
  readonly documents: number;
  readonly first_day: Day;
  readonly last_day: Day;
  readonly zone: string;
  readonly seed: number;
}

/**
 * Writes the sample's files into a folder, which is made where it is missing; files of the same
 * names are replaced.
 *
 * @throws the error of the file system, and the signal's reason when aborted
 */
export async function writeSample(
  folder: string,
  options: SampleOptions,
  signal: AbortSignal,
): Promise<WrittenSample> {
  const written = { files: 0, bytes: 0, documents: 0 };
  for (const { name, content, records } of sampleFiles(options)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content, { signal });
    written.files += 1;
    written.bytes += content.length;
    written.documents += records;
  }
  const { lastDay, days, zone, seed } = options;
  const first = addDays(lastDay, 1 - days);
  return { folder, ...written, first_day: first, last_day: lastDay, zone, seed };
}
