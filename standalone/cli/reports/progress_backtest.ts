import { SingleBar } from 'cli-progress';
import { countWords, pluralWords } from '../../../common/waveform/words';
import type { BacktestProgress } from '../../../server/app/again';
import { BAR_WIDTH } from './report_text';

/** The progress of a back-test, in words. */
export function backtestWords({ steps, steps_done: done, flags }: BacktestProgress): string {
  const days = `${countWords(done)} of ${pluralWords(steps, 'day')} of a source`;
  return `${days}, ${pluralWords(flags, 'flag')}`;
}

/** Draws the progress of a back-test, on a terminal only. */
export function createBacktestBar(stream: NodeJS.WriteStream): {
  readonly update: (progress: BacktestProgress) => void;
  readonly stop: () => void;
} {
  const format = 'Assessing {bar} {words}';
  const bar = new SingleBar({ stream, format, barsize: BAR_WIDTH, clearOnComplete: true });
  let isDrawn = false;
  return {
    update: (progress) => {
      const { steps, steps_done: done } = progress;
      const payload = { words: backtestWords(progress) };
      if (!isDrawn) bar.start(steps, done, payload);
      isDrawn = true;
      bar.update(done, payload);
    },
    stop: () => bar.stop(),
  };
}
