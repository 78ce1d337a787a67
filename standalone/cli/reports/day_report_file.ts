import type { Client } from '../../../server/elastic/client';
import { ApiError } from '../../../common/api';
import {
  dayReport,
  reportCsv,
  reportHtml,
  reportJson,
  reportText,
  unnamedSources,
  type DayAnswer,
  type DayTable,
} from '../../../common/report';
import type { Settings } from '../../../common/settings';
import type { Day } from '../../../common/time';
import { tableOfDay } from '../../../server/answers';
import { fetchUserName } from '../../../server/elastic/asking';
import { fetchExistingIndices } from '../../../server/elastic/results';
import { type Caller, createReader, reportOfDay } from '../../../server/wiring';
import { UserError } from '../basics/user_error';

export const REPORT_FORMS = ['text', 'html', 'json', 'csv'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** The format of a report. */
export interface ReportStyle {
  /** Where people open Logwave. */
  readonly publicUrl?: string;
  readonly withoutNames?: true;
}

async function callerOf(client: Client, signal: AbortSignal): Promise<Caller> {
  await fetchExistingIndices(client, signal);
  const name = await fetchUserName(client, signal);
  return { name, client, can: () => Promise.resolve(true), request: undefined };
}

function throwNotAnalyzed(day: Day): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ApiError)) throw error;
    throw new UserError(`${day} was not analyzed yet: run logwave analyze --day ${day} first`);
  };
}

/**
 * Reads what was stored of an analyzed day.
 *
 * @throws UserError if the day was not analyzed
 */
export async function fetchReportDay(
  client: Client,
  settings: Settings,
  day: Day,
  signal: AbortSignal,
): Promise<DayAnswer> {
  const caller = await callerOf(client, signal);
  const asked = { settings, day, now: new Date() };
  return reportOfDay(caller, asked, signal).catch(throwNotAnalyzed(day));
}

/**
 * The table of an analyzed day: what is silent, and all series.
 *
 * @throws UserError if the day was not analyzed
 */
export async function fetchTable(
  client: Client,
  settings: Settings,
  day: Day,
  signal: AbortSignal,
): Promise<DayTable> {
  const reader = createReader(await callerOf(client, signal));
  const asked = { settings, day, now: new Date() };
  return tableOfDay(reader, asked, signal).catch(throwNotAnalyzed(day));
}

/** The sources whose series are not named; undefined for a report with all names. */
function unnamedIn(
  { sources_of_runs: ofRuns = [] }: Pick<DayAnswer, 'sources_of_runs'>,
  sources: Settings['sources'],
  withoutNames: true | undefined,
) {
  return withoutNames === true ? unnamedSources([...sources, ...ofRuns]) : undefined;
}

/** The table of a day as comma-separated values. */
export function tableIn(
  table: DayTable,
  { sources }: Settings,
  { withoutNames }: ReportStyle = {},
): string {
  return reportCsv(table, unnamedIn(table, sources, withoutNames));
}

/** The report of a day in one of its forms, except the table, which has all series. */
export function reportIn(
  form: Exclude<ReportForm, 'csv'>,
  answer: DayAnswer,
  { sources }: Settings,
  { publicUrl, withoutNames }: ReportStyle = {},
): string {
  const unnamed = unnamedIn(answer, sources, withoutNames);
  const report = dayReport(answer, {
    link: publicUrl === undefined ? null : `${publicUrl}/day/${answer.head.day}`,
    sourceNames: new Map(sources.map(({ id, name }) => [id, name])),
    ...(unnamed === undefined ? {} : { unnamed }),
  });
  if (form === 'html') return reportHtml(report);
  if (form === 'json') return `${JSON.stringify(reportJson(report), null, 2)}\n`;
  return reportText(report);
}
