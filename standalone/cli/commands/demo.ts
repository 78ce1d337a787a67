import type { Command } from 'commander';
import { demoInElasticsearch, type FullDemoOptions } from '../demo_in_elasticsearch';
import { demoInMemory } from '../demo_in_memory';
import { typedFlags, withClusterOptions } from '../cluster/cluster_options';
import { withSampleOptions } from '../basics/sample_options';

interface DemoOptions extends FullDemoOptions {
  readonly full?: true;
}

/** Whether an Elasticsearch is requested, directly or by naming one or its folder. */
function isFull(options: DemoOptions): boolean {
  const { full, es, data } = options;
  return full === true || es !== undefined || data !== undefined || typedFlags(options).length > 0;
}

/** `logwave demo`: analyzes and tags sample logs, then serves the page until Ctrl-C. */
export function registerDemo(program: Command): void {
  // Not from the environment: sample logs only go into a user's cluster if it is named here.
  withClusterOptions(withSampleOptions(program.command('demo')), false)
    .description('try Logwave on sample logs up to yesterday, all in memory')
    .option('--full', 'ingest the sample logs into an embedded Elasticsearch, which needs Java')
    .option('--once', 'stop after the report')
    .option(
      '--data <folder>',
      'with --full: where the sample logs and the embedded Elasticsearch keep their data (default: $LOGWAVE_DATA or .logwave/demo)',
    )
    .option('--json', 'print the result as JSON')
    .action((options: DemoOptions) =>
      isFull(options) ? demoInElasticsearch(options) : demoInMemory(options),
    );
}
