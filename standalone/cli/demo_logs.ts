import { join } from 'node:path';
import type { Client } from '../../server/elastic/client';
import type { Day } from '../../common/time';
import { countWords, pluralWords } from '../../common/waveform/words';
import {
  provideSample,
  removeOtherSamples,
  type ProvidedSample,
  countSampleDocuments,
  removeOldSamples,
} from '../sample';
import { ingestLines, refusedFileName, stoppedWords } from './reports/ingest_report';
import { say } from './basics/output';
import { ingestWithProgress } from './reports/progress_ingest';
import type { SampleChoice } from './basics/sample_options';
import { UserError } from './basics/user_error';

/** Which sample logs, and the folder that holds samples. */
export interface DemoLogsRequest extends SampleChoice {
  readonly root: string;
  readonly lastDay: Day;
}

/** The sample logs in Elasticsearch. */
export interface DemoLogs {
  readonly folder: string;
  readonly documents: number;
  /** Documents that did not exist before. */
  readonly created: number;
}

async function write(request: DemoLogsRequest, signal: AbortSignal): Promise<ProvidedSample> {
  const { root, lastDay, days, seed, zone } = request;
  const sample = await provideSample(root, { lastDay, days, seed, zone }, signal);
  const verb = sample.isNew ? 'Wrote' : 'There are';
  say(
    `${verb} sample logs of ${pluralWords(days, 'day')} up to ${lastDay} (${zone}): ${sample.folder}`,
  );
  return sample;
}

/** Incidents are on the last day only, so a sample with another last day replaces this one. */
async function makeRoom(client: Client, root: string, folder: string, signal: AbortSignal) {
  const { removed, left } = await removeOldSamples(client, root, folder, signal);
  if (removed > 0) say(`Removed ${pluralWords(removed, 'document')} of an earlier sample.`);
  if (left === 0) return;
  throw new UserError(
    `${pluralWords(left, 'document')} of an earlier sample could not be removed: run the same command again`,
  );
}

async function ingest(
  client: Client,
  folder: string,
  { root, zone }: DemoLogsRequest,
  signal: AbortSignal,
): Promise<number> {
  const now = new Date();
  const rejectedFile = join(root, refusedFileName(now));
  const request = { client, inputs: [folder], type: 'auto', zone, now, rejectedFile } as const;
  const summary = await ingestWithProgress(request, signal);
  ingestLines(summary).forEach(say);
  const stopped = stoppedWords(summary);
  if (stopped !== undefined) throw new UserError(stopped);
  if (summary.errors.length > 0 || summary.refused > 0) {
    throw new UserError('not all sample logs could be ingested: see above');
  }
  return summary.created;
}

/**
 * Brings the sample logs into Elasticsearch: writes missing files, removes those with another last
 * day, and ingests what is not there yet.
 *
 * @throws UserError if Elasticsearch refuses some of them
 */
export async function provideDemoLogs(
  client: Client,
  request: DemoLogsRequest,
  signal: AbortSignal,
): Promise<DemoLogs> {
  const sample = await write(request, signal);
  const { folder, documents } = sample;
  await makeRoom(client, request.root, folder, signal);
  await removeOtherSamples(request.root, sample);
  const there = await countSampleDocuments(client, folder, signal);
  if (there === documents) {
    say(`Their ${countWords(documents)} documents are there already.`);
    return { folder, documents, created: 0 };
  }
  const created = await ingest(client, folder, request, signal);
  return { folder, documents, created };
}
