import {
  countsInWords,
  dayReport,
  dayTitle,
  type DayAnswer,
  type DayReport,
  type ReportMessage,
  unnamedSources,
} from '../../../common/report';
import type { ChannelSettings, Settings } from '../../../common/settings';
import type { Day } from '../../../common/time';
import { chooseChanges, chooseFindings, type ChosenDay, keysOf } from './choose_findings';
import type { Delivery, ToldDay } from './delivery_ledger';
import { dayAlarms, lastDeliveryAlarms, withoutReasons } from './morning_words';
import type { DayState, NotifyingPorts } from './notifying_ports';
import type { IsSettled } from './settled';

/** A message, and what its channel will have been sent with it. */
export interface Composed {
  readonly message: ReportMessage;
  readonly told: readonly ToldDay[];
  /** Whether there is nothing that the channel must report. */
  readonly isQuiet: boolean;
}

/** What a channel reports, and the days it is about. */
export interface ToCompose {
  readonly day: Day;
  /** The main day; undefined if the schedule may not look. */
  readonly state: DayState | undefined;
  /** Undefined if there is no result to report. */
  readonly answer: DayAnswer | undefined;
  /** Earlier days that were analyzed again since they were reported, with what was reported. */
  readonly earlier: readonly { readonly told: ToldDay; readonly answer: DayAnswer }[];
  /** What the channel got about the latest day before. */
  readonly before: ToldDay | undefined;
  readonly last: Delivery | undefined;
  readonly channel: ChannelSettings;
  readonly settings: Pick<Settings, 'sources'>;
  /** What needs action, in sentences. */
  readonly alarms: readonly string[];
  readonly trouble: string | null;
}

interface MessagePorts extends Pick<NotifyingPorts, 'linkTo' | 'noLink'> {
  readonly isSettled: IsSettled;
}

function reportOf(
  chosen: ChosenDay,
  { channel, settings }: ToCompose,
  ports: MessagePorts,
): DayReport {
  const { answer } = chosen;
  const { sources } = settings;
  const { sources_of_runs: ofRuns = [] } = answer;
  return dayReport(answer, {
    link: ports.linkTo(answer.head.day),
    sourceNames: new Map(sources.map(({ id, name }) => [id, name])),
    ...(channel.names ? {} : { unnamed: unnamedSources([...sources, ...ofRuns]) }),
  });
}

function toldIn(answer: DayAnswer): ToldDay {
  const { head, run } = answer;
  return { day: head.day, attempt: run.attempt, findings: keysOf(answer) };
}

function subjectOf(day: Day, report: DayReport | null, alarms: readonly string[], state: string) {
  const title = `Logwave, ${dayTitle({ day })}`;
  if (report === null) return `${title}: ${state}`;
  return `${title}: ${countsInWords(report)}${alarms.length > 0 ? ', with a problem' : ''}`;
}

const STATE_WORDS: Readonly<Record<DayState['state'], string>> = {
  analyzed: 'analyzed',
  stale: 'analyzed',
  partial: 'analyzed in part',
  missed: 'not analyzed',
  running: 'not analyzed yet',
  failed: 'the analysis failed',
  canceled: 'the analysis was canceled',
};

function alarmsOfDay(state: DayState, trouble: string | null, { names }: ChannelSettings) {
  return names ? dayAlarms(state, trouble) : dayAlarms(withoutReasons(state), null);
}

/** Makes the message of a morning for one channel. */
export function composeMessage(request: ToCompose, ports: MessagePorts): Composed {
  const { day, state, answer, earlier, before, last, channel, trouble } = request;
  const isTold = answer !== undefined && state !== undefined;
  const chosen = isTold ? chooseFindings(answer, channel, before, ports.isSettled) : undefined;
  const changed = earlier.map((one) =>
    chooseChanges(one.answer, channel, one.told, ports.isSettled),
  );
  const alarms = [
    ...(state === undefined ? [] : alarmsOfDay(state, trouble, channel)),
    ...request.alarms,
    ...lastDeliveryAlarms(last, channel.names),
  ];
  const report = chosen === undefined ? null : reportOf(chosen, request, ports);
  const shown = changed.filter(({ isEmpty }) => !isEmpty);
  const remarks = [chosen, ...changed].flatMap((one) => one?.remarks ?? []);
  const link = ports.linkTo(day);
  const words = state === undefined ? 'not known' : STATE_WORDS[state.state];
  const nothing = { day, attempt: null, findings: [] };
  return {
    message: {
      subject: subjectOf(day, report, alarms, words),
      alarms,
      report,
      remarks,
      earlier: shown.map((one) => reportOf(one, request, ports)),
      link,
      no_link: link === null ? ports.noLink : '',
    },
    told: [isTold ? toldIn(answer) : nothing, ...earlier.map((one) => toldIn(one.answer))],
    isQuiet:
      alarms.length === 0 &&
      chosen?.isEmpty !== false &&
      changed.every((one) => one.isEmpty && one.remarks.length === 0),
  };
}
