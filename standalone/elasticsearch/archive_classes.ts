import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder } from './data_folder';
import { EmbeddedElasticsearchError } from './embedded_error';
import { holdLaunched } from './hold_launched';
import { classArchive, isThere, type Installation } from './installation';
import { DEFAULT_HEAP } from './java_arguments';
import { launch, type Launched } from './launch';

/**
 * Starts and stops Elasticsearch once, so that Java records the classes that it loads. Later starts
 * then take half the time. Everything also works without the archive, so a Java that writes none is
 * no error.
 */
export async function archiveClasses(
  installation: Installation,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const { home } = installation;
  const place = await mkdtemp(join(home, 'warm-up-'));
  const written = join(place, 'classes.jsa');
  try {
    say('Starting it once, which makes later starts faster.');
    const folder = dataFolder(place);
    const options = { heap: DEFAULT_HEAP, archive: `-XX:ArchiveClassesAtExit=${written}` };
    const start = (): Promise<Launched> => launch(installation, folder, options);
    const { holder } = await holdLaunched(folder, start, 'hold', signal);
    await holder.leave();
    if (await isThere(written)) await rename(written, classArchive(home));
  } catch (error) {
    if (!(error instanceof EmbeddedElasticsearchError)) throw error;
    say(error.message);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
