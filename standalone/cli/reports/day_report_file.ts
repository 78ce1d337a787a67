import { rename, writeFile } from 'node:fs/promises';
import type { Client } from '@elastic/elasticsearch';
import { ApiError } from '../../../common/api';
import {
  dayReport,
  reportCsv,
  reportHtml,
  reportJson,
  reportText,
  unnamedSources,
  type DayAnswer,
} from '../../../common/report';
import type { Settings } from '../../../common/settings';
import type { Day } from '../../../common/time';
import { seriesOfDay } from '../../../server/answers';
import { fetchUserName } from '../../../server/elastic/asking';
import { fetchExistingIndices } from '../../../server/elastic/results';
import { createReader } from '../../../server/wiring';
import { UserError } from '../basics/user_error';

export const REPORT_FORMS = ['text', 'html', 'json', 'csv'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** How a report is written. */
export interface ReportStyle {
  /** Where people open Logwave. */
  readonly publicUrl?: string;
  readonly withoutNames?: true;
}

/**
 * Reads what was stored of an analyzed day.
 *
 * @throws UserError where the day was not analyzed
 */
export async function fetchReportDay(
  client: Client,
  settings: Settings,
  day: Day,
  signal: AbortSignal,
): Promise<DayAnswer> {
  await fetchExistingIndices(client, signal);
  const name = await fetchUserName(client, signal);
  const caller = { name, client, can: () => Promise.resolve(true), request: undefined };
  const asked = { settings, day, now: new Date() };
  return seriesOfDay(createReader(caller), asked, signal).catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error;
    throw new UserError(`${day} was not analyzed yet: run logwave analyze --day ${day} first`);
  });
}

/** The report of a day in one of its forms. */
export function reportIn(
  form: ReportForm,
  answer: DayAnswer,
  { sources }: Settings,
  { publicUrl, withoutNames }: ReportStyle = {},
): string {
  const unnamed = withoutNames === true ? unnamedSources(sources) : undefined;
  const report = dayReport(answer, {
    link: publicUrl === undefined ? null : `${publicUrl}/day/${answer.head.day}`,
    sourceNames: new Map(sources.map(({ id, name }) => [id, name])),
    ...(unnamed === undefined ? {} : { unnamed }),
  });
  if (form === 'html') return reportHtml(report);
  if (form === 'json') return `${JSON.stringify(reportJson(report), null, 2)}\n`;
  return form === 'csv' ? reportCsv(answer.series, unnamed) : reportText(report);
}

/** Writes the file beside its place first: who reads it meanwhile finds the old one, or the new. */
export async function saveReport(file: string, text: string): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  try {
    await writeFile(beside, text);
    await rename(beside, file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`cannot write the report ${file}: ${reason}`);
  }
}
