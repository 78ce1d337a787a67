import { systemZone } from '../../common/time';
import type { IngestSummary } from '../ingest';
import { clusterWords, hasSecret } from './cluster/cluster_options';
import type { ElasticOptions } from './basics/context';
import { dayToAnalyze, shellWord } from './reports/ingest_report';

/** The options of the ingestion that decide where its documents are, and which day they are of. */
export interface IngestedBy extends Pick<
  ElasticOptions,
  'es' | 'ca' | 'caFingerprint' | 'user' | 'passwordFile' | 'apiKeyFile' | 'data'
> {
  readonly zone: string;
}

const HIDDEN_SECRET =
  'It needs the password of the address as well: set ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD.';

/**
 * What to type next, ready to be pasted: the analysis of the last day that was ingested, on the same
 * Elasticsearch. A password in the address is never shown; a line says where it goes instead.
 *
 * @returns no line where no day can be analyzed yet
 */
export function nextLines(summary: IngestSummary, options: IngestedBy, now: Date): string[] {
  const day = dayToAnalyze(summary, now);
  if (day === undefined || summary.stopped !== null) return [];
  const { es, data } = options;
  const zone = options.zone === systemZone() ? '' : ` --zone ${shellWord(options.zone)}`;
  const folder = data === undefined || es !== undefined ? '' : ` --data ${shellWord(data)}`;
  const next = `Next: bin/logwave analyze --day ${day}${zone}${clusterWords(options)}${folder}`;
  return ['', next, ...(es !== undefined && hasSecret(es) ? [HIDDEN_SECRET] : [])];
}
