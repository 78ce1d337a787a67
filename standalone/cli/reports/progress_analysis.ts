import { SingleBar } from 'cli-progress';
import { countWords, pluralWords } from '../../../common/waveform/words';
import type { RunProgress } from '../../../server/app/runs';
import { BAR_WIDTH } from './report_text';

/** A line of progress: what is done, how much of it, and in words. */
export interface ProgressLine {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  readonly words: string;
}

/** The progress of a run in one line. */
export function progressLine(progress: RunProgress): ProgressLine {
  const { days, days_counted: counted, series_compared: compared, findings } = progress;
  const { documents_tagged: tagged, documents_to_tag: toTag } = progress;
  if (progress.phase !== 'counting') {
    const words = `${countWords(tagged)} of ${pluralWords(toTag, 'document')}`;
    return { phase: 'Tagging', done: Math.min(tagged, toTag), total: toTag, words };
  }
  const series = compared > 0 ? `, ${countWords(compared)} series, ${findings} unusual` : '';
  const words = `${counted} of ${pluralWords(days, 'day')}${series}`;
  return { phase: 'Counting', done: counted, total: days, words };
}

/** Draws the progress of a run, on a terminal only. */
export function createProgressBar(stream: NodeJS.WriteStream): {
  readonly update: (progress: RunProgress) => void;
  readonly stop: () => void;
} {
  const format = '{phase} {bar} {words}';
  const bar = new SingleBar({ stream, format, barsize: BAR_WIDTH, clearOnComplete: true });
  let isDrawn = false;
  return {
    update: (progress) => {
      const { done, total, ...payload } = progressLine(progress);
      if (!isDrawn) bar.start(total, done, payload);
      isDrawn = true;
      bar.setTotal(total);
      bar.update(done, payload);
    },
    stop: () => bar.stop(),
  };
}
