import { type Day, daysBetween, systemZone } from '../../common/time';
import type { Run } from '../../server/app/runs';
import type { IngestSummary } from '../ingest';
import { place } from '../place';
import { clusterWords, hasSecret } from './cluster/cluster_options';
import type { ElasticOptions } from './basics/context';
import type { SettingsOptions } from './basics/load_settings';
import { dayToAnalyze, shellWord } from './reports/ingest_report';

type Reached = Pick<
  ElasticOptions,
  'es' | 'ca' | 'caFingerprint' | 'user' | 'passwordFile' | 'apiKeyFile' | 'data'
>;

/**
 * The options of the ingestion that decide where its documents are, and which days they belong to.
 */
export interface IngestedBy extends Reached {
  readonly zone: string;
}

/** The options of an analysis that another one of the same logs needs as well. */
export type AnalyzedBy = Reached & SettingsOptions & { readonly tag?: true };

const HIDDEN_SECRET =
  'It needs the password of the address as well: set ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD.';

/**
 * The next command, ready to paste: the analysis of the last ingested day, on the same
 * Elasticsearch. A password in the address is never shown. A line says where to put it instead.
 *
 * @returns no line if no day can be analyzed yet
 */
export function nextLines(summary: IngestSummary, options: IngestedBy, now: Date): string[] {
  const day = dayToAnalyze(summary, now);
  if (day === undefined || summary.stopped !== null) return [];
  const zone = options.zone === systemZone() ? '' : ` --zone ${shellWord(options.zone)}`;
  return linesFor(`--day ${day}${zone}`, options);
}

/**
 * The next command after an analysis of a day without any log: that of the nearest day that has
 * some.
 *
 * @returns no line if a source has logs of the day, or none has any
 */
export function otherDayLines(run: Run, options: AnalyzedBy): string[] {
  const { source_results: results } = run;
  const days = results.flatMap(({ log_days: logDays }) => logDays?.nearest ?? []);
  const isAbsent = results.every(({ state }) => state === 'unknown');
  const [day] = days.sort((a, b) => distance(a, run.day) - distance(b, run.day));
  if (!isAbsent || day === undefined) return [];
  const { zone, settings } = options;
  const asked = [
    `--day ${day}`,
    ...(zone === undefined ? [] : [`--zone ${shellWord(zone)}`]),
    ...(settings === undefined ? [] : [`--settings ${shellWord(settings)}`]),
    ...(options.tag === true ? ['--tag'] : []),
  ];
  return linesFor(asked.join(' '), options);
}

function distance(a: Day, b: Day): number {
  return Math.abs(daysBetween(a, b));
}

/** An analysis with these arguments, of the logs in this place. */
function linesFor(asked: string, reached: Reached): string[] {
  const { es, data } = reached;
  const folder = data === undefined || es !== undefined ? '' : ` --data ${shellWord(data)}`;
  const next = `Next: ${place.command} analyze ${asked}${clusterWords(reached)}${folder}`;
  return ['', next, ...(es !== undefined && hasSecret(es) ? [HIDDEN_SECRET] : [])];
}
