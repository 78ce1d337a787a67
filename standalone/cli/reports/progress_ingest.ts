import { SingleBar } from 'cli-progress';
import { MS_PER_SECOND } from '../../../common/time';
import { countWords, bytesWords } from '../../../common/waveform/words';
import {
  ingestFiles,
  type IngestOptions,
  type IngestProgress,
  type IngestSummary,
  LOG_INDICES,
} from '../../ingest';
import { isUnanswered } from '../../../server/elastic/asking';
import { describeError } from '../../../server/wiring';
import { UserError } from '../basics/user_error';
import { sayingDiskShortage } from '../with_disk_watched';
import { BAR_WIDTH } from './report_text';

const CUT_SHORT =
  'Not all documents were written. Run the same command again: it adds only what is missing.';

/** The numbers next to the bar, in words. */
export function progressWords(progress: IngestProgress, elapsedMs: number): Record<string, string> {
  const { bytes, totalBytes, lines, documents } = progress;
  const rate = elapsedMs > 0 ? (lines * MS_PER_SECOND) / elapsedMs : 0;
  return {
    read: totalBytes > 0 ? `${bytesWords(bytes)} of ${bytesWords(totalBytes)}` : bytesWords(bytes),
    rate: `${countWords(rate)} lines/s`,
    made: `${countWords(documents)} documents`,
  };
}

/**
 * The format of the line; without a bar if the size is not known beforehand, such as for a pipe.
 */
function formatFor({ totalBytes }: IngestProgress): string {
  const numbers = '{read}, {rate}, {made}';
  return totalBytes > 0 ? `Reading logs {bar} {percentage} %, ${numbers}` : `Reading: ${numbers}`;
}

/** Draws the progress of reading, on a terminal only. */
function createBar(stream: NodeJS.WriteStream) {
  const startedAt = performance.now();
  let bar: SingleBar | undefined;
  return {
    update: (progress: IngestProgress): void => {
      const { bytes, totalBytes } = progress;
      const words = progressWords(progress, performance.now() - startedAt);
      if (bar === undefined) {
        const format = formatFor(progress);
        bar = new SingleBar({ stream, format, barsize: BAR_WIDTH, clearOnComplete: true });
        bar.start(totalBytes, bytes, words);
      }
      bar.update(Math.min(bytes, totalBytes), words);
    },
    stop: () => bar?.stop(),
  };
}

/**
 * Ingests, and meanwhile shows the progress on standard error if that is a terminal, and reports a
 * full disk.
 *
 * @throws what ingestFiles throws; UserError if Elasticsearch went away after some documents were made
 */
export async function ingestWithProgress(
  options: Omit<IngestOptions, 'onProgress'>,
  signal: AbortSignal,
): Promise<IngestSummary> {
  const bar = createBar(process.stderr);
  let hasBegun = false;
  const onProgress = (progress: IngestProgress): void => {
    hasBegun ||= progress.documents > 0;
    bar.update(progress);
  };
  try {
    const reading = () => ingestFiles({ ...options, onProgress }, signal);
    return await sayingDiskShortage(options.client, LOG_INDICES, reading, signal);
  } catch (error) {
    if (signal.aborted || !hasBegun || !isUnanswered(error)) throw error;
    throw new UserError(`${describeError(error)}. ${CUT_SHORT}`);
  } finally {
    bar.stop();
  }
}
