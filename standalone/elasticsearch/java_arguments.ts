import { join } from 'node:path';
import type { DataFolder } from './data_folder';
import { EmbeddedElasticsearchError } from './embedded_error';

const HEAP = /^(\d+)([mg])$/i;
const SMALLEST_HEAP_MB = 256;
export const DEFAULT_HEAP = '512m';

/**
 * Checks a heap size: whole megabytes or gigabytes, as in `512m` or `2g`.
 *
 * @throws EmbeddedElasticsearchError if it is not one, or too small to start with
 */
export function parseHeap(text: string): string {
  const [, digits, unit] = HEAP.exec(text.trim()) ?? [];
  const megabytes = Number(digits) * (unit?.toLowerCase() === 'g' ? 1024 : 1);
  if (megabytes >= SMALLEST_HEAP_MB) return `${megabytes}m`;
  throw new EmbeddedElasticsearchError(
    `"${text}" is not a heap size for Elasticsearch: give ${SMALLEST_HEAP_MB}m or more, as in 512m or 2g.`,
  );
}

/** What differs from start to start. */
export interface JavaOptions {
  readonly heap: string;
  /** The argument that reads or writes the archive of classes. */
  readonly archive?: string;
}

/**
 * The arguments to `java`: a small, quickly started machine that only writes to the data folder.
 */
export function javaArguments(
  home: string,
  folder: DataFolder,
  options: JavaOptions,
): readonly string[] {
  return [
    '-XX:+IgnoreUnrecognizedVMOptions',
    `-Xmx${options.heap}`,
    ...(options.archive === undefined ? [] : [options.archive]),
    '-XX:+UseSerialGC',
    '-XX:+ExitOnOutOfMemoryError',
    '-XX:-UsePerfData',
    `-Djava.io.tmpdir=${folder.temporary}`,
    '-Djava.awt.headless=true',
    '-Dfile.encoding=UTF-8',
    '-Dlog4j.shutdownHookEnabled=false',
    '-Dlog4j2.disable.jmx=true',
    '-Dlog4j2.formatMsgNoLookups=true',
    '-Dio.netty.noUnsafe=true',
    '-Dio.netty.noKeySetOptimization=true',
    '-Dio.netty.recycler.maxCapacityPerThread=0',
    '-Dio.netty.allocator.numDirectArenas=0',
    '-cp',
    join(home, 'lib', '*'),
    'Launcher',
    home,
    folder.run,
    folder.settings,
  ];
}
