import { NO_PROGRESS, type RunProgress } from './run';

/** Adds up the progress of a run, and reports it whenever something was done. */
export class ProgressTracker {
  private sources = 1;
  private sourceDays = 0;
  private present: RunProgress = NO_PROGRESS;

  constructor(private readonly tell: (progress: RunProgress) => void) {}

  get current(): RunProgress {
    return this.present;
  }

  private change(parts: Partial<RunProgress>): void {
    this.present = { ...this.present, ...parts };
    this.tell(this.present);
  }

  /** Each source counts the same days; a day is counted when all of them have it. */
  expectDays(days: number, sources: number): void {
    this.sources = Math.max(1, sources);
    this.change({ days });
  }

  dayCounted(): void {
    this.sourceDays += 1;
    const counted = Math.floor(this.sourceDays / this.sources);
    this.change({ days_counted: Math.min(this.present.days, counted) });
  }

  /** Reports that one more source has this many series. */
  expectSeries(series: number): void {
    this.change({ series: this.present.series + series });
  }

  compared(series: number): void {
    this.change({ series_compared: this.present.series_compared + series });
  }

  found(findings: number): void {
    this.change({ findings });
  }

  tagging(documents: number): void {
    this.change({ phase: 'tagging', documents_to_tag: documents });
  }

  tagged(documents: number): void {
    this.change({ documents_tagged: documents });
  }

  done(): void {
    this.change({ phase: 'done' });
  }
}
