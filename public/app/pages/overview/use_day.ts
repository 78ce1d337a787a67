import { useEffect, useState } from 'react';
import type { Source } from '../../../../common/sources';
import type { Day } from '../../../../common/time';
import { type ApiFault, useServices } from '../../basics';
import { type Outages, useOutages } from '../../components';
import { endSaid, progressSaid } from './analysis/run_words';
import { taggedSaid } from './analysis/tag_words';
import { useAnalysis, type Analysis } from './analysis/use_analysis';
import { useUntag } from './analysis/use_untag';
import { runningRun } from './notes/ledger_days';
import { notesOf, type Note } from './notes/notes';
import { useOverviewData, type OverviewData } from './use_overview_data';

/** A day as the page knows it, and the possible actions. */
export interface DayState {
  readonly data: OverviewData;
  readonly analysis: Analysis;
  readonly isRunning: boolean;
  /** The host has no result of this day. */
  readonly isMissing: boolean;
  /** The present message of the page. */
  readonly said: string;
  readonly notes: readonly Note[];
  /** Shows a message, and requests the day again. */
  readonly reload: (words: string) => void;
  readonly analyze: (tag: boolean) => void;
  /** Undefined if there is nothing to tag, or no tag to remove. */
  readonly tag: (() => void) | undefined;
  readonly untag: (() => void) | undefined;
  readonly untagFault: ApiFault | undefined;
  readonly outages: Outages;
  /** The sources that are switched on. */
  readonly namedSources: readonly Source[];
}

/** Follows a run that was active when the page was opened. */
function useRunningRun(day: Day, { ledger }: OverviewData, follow: Analysis['follow']): void {
  const running = runningRun(ledger.data?.days ?? [], day);
  useEffect(() => {
    if (running !== undefined) follow(running);
  }, [running, follow]);
}

/** Requests a day, follows its analysis, and requests the day again when that ends. */
export function useDay(day: Day): DayState {
  const { may, toasts } = useServices();
  const data = useOverviewData(day);
  const [said, setSaid] = useState('');
  const reload = (words: string): void => {
    setSaid(words);
    data.day.reload();
    data.ledger.reload();
  };
  const outages = useOutages(data.settings);
  const tell = (words: string | undefined): void => {
    if (words !== undefined) toasts.success(words);
  };
  const analysis = useAnalysis(day, (run) => {
    reload(endSaid(run));
    tell(taggedSaid(run));
  });
  const { untag, fault: untagFault } = useUntag(day, (words) => {
    reload(words);
    tell(words);
  });
  useRunningRun(day, data, analysis.follow);
  const { data: answer, fault } = data.day;
  const { run } = analysis;
  const isRunning = analysis.phase === 'running';
  const canTag = answer !== undefined && answer.head.events_flagged > 0 && !isRunning;
  // Tags may be left even if nothing is flagged any more.
  const { tagged, tagged_unsettled: unsettled = 0 } = answer?.run ?? { tagged: null };
  const canUntag = (tagged ?? 0) + unsettled > 0 && !isRunning;
  const zone = data.zone ?? 'UTC';
  return {
    data,
    analysis,
    isRunning,
    isMissing: fault?.code === 'day_not_analyzed',
    said: isRunning && run !== undefined ? progressSaid(run) : said,
    notes: notesOf({
      day,
      answer,
      outages: outages.all ?? [],
      zone,
      sources: data.sources.data,
      schedule: data.schedule.data,
      may,
    }),
    reload,
    analyze: (tag) => {
      setSaid('');
      analysis.start(tag);
    },
    tag: canTag ? analysis.tagNow : undefined,
    untag: canUntag ? untag : undefined,
    untagFault,
    outages,
    namedSources: (data.settings.data?.settings.sources ?? []).filter(({ enabled }) => enabled),
  };
}
