import { hostname } from 'node:os';
import type { Client } from '../../server/elastic/client';
import { appendAll } from '../../common/lists';
import { pluralWords } from '../../common/waveform/words';
import { elasticsearchTrouble } from '../../server/wiring';
import type { Pause } from '../../server/elastic/asking';
import { fetchDiskShortage } from '../../server/elastic/results';
import { createBulkWriter, type BulkWriter } from './writing/bulk_writer';
import { UNFINISHED_TAG } from './documents/log_document';
import {
  createUnfinishedRecords,
  fetchUnfinished,
  removeReplaced,
} from './writing/unfinished_records';
import { DiskFull } from './disk_full';
import { fetchKnownDocuments, type KnownIndices } from './writing/known_documents';
import { LOG_INDICES } from './documents/index_name';
import { putIndexTemplate } from './writing/index_template';
import { IngestTally, type IngestProgress, type IngestSummary } from './ingest_summary';
import { listLogFiles, type LogFile } from './reading/list_log_files';
import { createLocalClock } from './parsing/local_to_utc';
import type { AskedType } from './reading/log_type';
import { NotALog } from './reading/not_a_log';
import { readDocuments, type ReadOptions } from './reading/read_documents';
import { refreshLogs } from './writing/refresh_logs';
import { createRefusedFile } from './writing/refused_file';
import { createSendBulk } from './writing/send_bulk';
import { UnreadableLog } from './reading/unreadable_log';

export interface IngestOptions {
  readonly client: Client;
  /** Files, folders, or `-` for standard input. */
  readonly inputs: readonly string[];
  readonly type: AskedType;
  /** The zone of times without one. */
  readonly zone: string;
  /** The year of times without one; by default the latest that is not in the future. */
  readonly year?: number;
  readonly now: Date;
  /** Where permanently refused documents go. It is only created if there are some. */
  readonly rejectedFile: string;
  /** Called often: after every few hundred lines. */
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Waits before documents are sent again. */
  readonly pause?: Pause;
}

const NO_TEMPLATE =
  'The template for logstash-* could not be installed (the cluster privilege "manage_index_templates" is ' +
  'missing), so the cluster chooses how fields are mapped.';

const NOT_LOOKED_UP =
  'Logwave could not check whether lines without a year were ingested before under another year ' +
  '(the index privileges "view_index_metadata" and "read" are missing). Give the year with --year.';

/** The result for lines that were read before they were written completely. */
function replacedNotes(removed: number, replaced: number): string[] {
  const left = replaced - removed;
  return [
    ...(removed === 0
      ? []
      : [`${pluralWords(removed, 'line')} had no end when last read. Replaced by the whole line.`]),
    ...(left === 0
      ? []
      : [
          `${pluralWords(left, 'document')} of half a line could not be removed: the index privilege ` +
            `"delete" may be missing. The tag ${UNFINISHED_TAG} finds them.`,
        ]),
  ];
}

interface Ingestion {
  readonly options: ReadOptions;
  readonly tally: IngestTally;
  readonly writer: BulkWriter;
  readonly known: KnownIndices;
  readonly onDocuments: () => void;
}

async function ingestFile(
  file: LogFile,
  { options, tally, writer, known, onDocuments }: Ingestion,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const documents of readDocuments(file, options, signal)) {
      for (const made of documents) {
        tally.countDocument(made);
        known.addIndex(made.index);
        writer.add(made.id, made.document, made.index);
      }
      await writer.ready();
      onDocuments();
    }
    tally.files += 1;
  } catch (error) {
    if (!(error instanceof UnreadableLog)) throw error;
    if (error instanceof NotALog && !file.isNamed) tally.passedOver.push(file.path);
    else tally.countError(error);
  }
}

/** It may explain why documents are not accepted. Other faults show when they are sent again. */
async function diskShortage(client: Client, signal: AbortSignal): Promise<string | undefined> {
  try {
    return await fetchDiskShortage(client, LOG_INDICES, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (elasticsearchTrouble(error) === undefined) throw error;
    return undefined;
  }
}

/**
 * Reads log files and writes their records into the daily indices of Elasticsearch. Running it
 * again adds nothing. After stopping halfway, running it again adds what is missing.
 *
 * A file that cannot be read is in the summary's errors, and the others are read. If the cluster
 * has no disk space left, it ends early and the summary says why.
 *
 * @throws RefusedFileError if refused documents cannot be stored, the client's error if the cluster
 * does not answer or does not let us write, RangeError for an unknown zone, and the signal's reason
 * if aborted
 */
export async function ingestFiles(
  options: IngestOptions,
  signal: AbortSignal,
): Promise<IngestSummary> {
  const { client, inputs, type, zone, year, now, rejectedFile, onProgress, pause } = options;
  const startedAt = performance.now();
  const tally = new IngestTally();
  const template = await putIndexTemplate(client, signal);

  const { files, problems, passedOver } = await listLogFiles(inputs, signal);
  problems.forEach((problem) => tally.countError(problem));
  appendAll(tally.passedOver, passedOver);
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  const known = await fetchKnownDocuments(client, () => writer.finish(), signal);
  const readOptions: ReadOptions = {
    type,
    known,
    host: hostname(),
    localToUtc: createLocalClock(zone),
    year,
    now: now.getTime(),
    onBytes: (count) => {
      tally.bytes += count;
    },
    onLines: (count) => {
      tally.lines += count;
    },
  };
  const onDocuments = (): void => {
    const { bytes, lines, documents } = tally;
    onProgress?.({ bytes, totalBytes, lines, documents });
  };

  const unfinished = createUnfinishedRecords(await fetchUnfinished(client, signal));
  const refusedFile = createRefusedFile(rejectedFile);
  const writer = createBulkWriter(
    {
      send: createSendBulk(client),
      refuse: (refused) => refusedFile.write(refused),
      diskShortage: (stop) => diskShortage(client, stop),
      hadIndex: (index) => known.wasThere(index),
      ...(unfinished.isAny && { settled: unfinished.settled }),
      ...(pause !== undefined && { pause }),
    },
    signal,
  );
  const ingestion = { options: readOptions, tally, writer, known, onDocuments };
  let stopped: string | null = null;
  try {
    for (const file of files) {
      await ingestFile(file, ingestion, signal);
    }
    await writer.finish();
  } catch (error) {
    if (!(error instanceof DiskFull)) throw error;
    stopped = error.message;
  } finally {
    await refusedFile.close();
  }
  // Refreshing an unallocated index would wait for a minute. The others are soon refreshed by
  // themselves.
  if (stopped === null) await refreshLogs(client, signal);
  const replaced = unfinished.replaced();
  const removed = await removeReplaced(client, replaced, signal);
  return {
    ...tally.summarize(zone),
    ...writer.counts,
    refused_file: writer.counts.refused === 0 ? null : rejectedFile,
    stopped,
    notes: [
      ...(template === 'forbidden' ? [NO_TEMPLATE] : []),
      ...(known.isForbidden() ? [NOT_LOOKED_UP] : []),
      ...replacedNotes(removed, replaced.length),
    ],
    took_ms: Math.round(performance.now() - startedAt),
  };
}
