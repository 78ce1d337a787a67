import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from '../../server/elastic/client';
import type { Settings } from '../../common/settings';
import type { Day } from '../../common/time';
import { writeReason } from '../files';
import { say } from './basics/output';
import { writeWhole } from './basics/write_whole';
import { fetchReportDay, reportIn } from './reports/day_report_file';

const REPORT = 'report.html';

/** An analyzed day of a demo. */
export interface DemoDay {
  readonly day: Day;
  readonly settings: Settings;
}

/**
 * A new folder for the report of a demo that keeps nothing with the user's own files.
 *
 * @param root the folder of temporary files
 * @returns null if there can be none, which is said
 */
export async function temporaryFolder(root: string): Promise<string | null> {
  try {
    return await mkdtemp(join(root, 'logwave-demo-'));
  } catch (error) {
    say(`There is no report of the day: ${root} cannot be written (${writeReason(error)}).`);
    return null;
  }
}

/**
 * Writes the report of a demo's day as a file that a browser opens.
 *
 * @param folder that exists
 * @returns the file
 * @throws UserError if it cannot be written
 */
export async function writeDemoReport(
  client: Client,
  { day, settings }: DemoDay,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  const answer = await fetchReportDay(client, settings, day, signal);
  const file = join(folder, REPORT);
  await writeWhole(file, reportIn('html', answer, settings), 'the report');
  return file;
}

/** "The report of the day is in /tmp/logwave-demo-x/report.html." */
export function demoReportLine(file: string): string {
  return `The report of the day is in ${file}.`;
}
