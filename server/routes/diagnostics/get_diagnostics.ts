import { fetchSizes } from '../../elastic/keeping';
import { getDiagnostics, type AnswerOf } from '../../../common/api';
import type { Settings } from '../../../common/settings';
import { version } from '../../../package.json';
import { allOver, missingRightsInWords, OWN_INDICES } from '../../app/basics';
import {
  fetchMissingRights,
  fetchProduct,
  namedPatterns,
  type Product,
} from '../../elastic/asking';
import type { Caller, Services } from '../../wiring';
import { defineRoute } from '../route';

const INDEX_RIGHTS = ['read', 'write', 'create_index', 'view_index_metadata'] as const;
/** What an administrator should know if there is no login. */
const NO_LOG_IN = {
  kibana:
    'Security is off, so every visitor can do everything, including tagging. To change that, turn on security in Elasticsearch.',
  standalone:
    'This host has no login, so anyone at this machine can do everything, including tagging. To change that, install Logwave in Kibana.',
};

/** Its answers about rights look as if nothing were missing. */
const RIGHTS_NOT_TOLD =
  'The cluster is OpenSearch, which does not tell Logwave what a user is allowed to do. Logs that the user of this host cannot read may look missing or silent.';

/** Elasticsearch by its version alone, as those who read diagnostics expect it. */
function productWords({ name, version: number }: Product): string {
  return name === 'Elasticsearch' ? number : `${name} ${number}`;
}

/** How well Logwave is tested in this host, if it was not run there by us. */
function testedNotes({ name, tested }: Services['host']): string[] {
  if (tested === 'run') return [];
  const known =
    tested === 'facts'
      ? 'It was only checked against known facts about this version.'
      : 'Nothing is known about this version.';
  return [
    `Logwave was not tested in ${name}. ${known} Please report what does not work, with the file that Diagnostics saves.`,
  ];
}

type Diagnostics = AnswerOf<typeof getDiagnostics>;
type Rights = Diagnostics['own_indices'];

function rightsOf(pattern: string, lacks: readonly string[]): Rights {
  const has = (right: (typeof INDEX_RIGHTS)[number]): boolean => !lacks.includes(right);
  return {
    pattern,
    read: has('read'),
    write: has('write'),
    create_index: has('create_index'),
    view_index_metadata: has('view_index_metadata'),
  };
}

async function rightsOn(
  { client }: Caller,
  expression: string,
  signal: AbortSignal,
): Promise<Rights[]> {
  const missing = await fetchMissingRights(client, expression, INDEX_RIGHTS, signal);
  return namedPatterns(expression).map((pattern) =>
    rightsOf(pattern, missing.find((one) => one.pattern === pattern)?.privileges ?? []),
  );
}

async function rightsOnOwn({ client }: Caller, signal: AbortSignal): Promise<Rights> {
  const missing = await fetchMissingRights(client, OWN_INDICES, INDEX_RIGHTS, signal);
  return rightsOf(
    OWN_INDICES,
    missing.flatMap(({ privileges }) => privileges),
  );
}

async function rightsOnSources(
  caller: Caller,
  { sources }: Settings,
  signal: AbortSignal,
): Promise<Diagnostics['sources']> {
  const rights: Diagnostics['sources'] = [];
  for (const { id, index } of sources.filter(({ enabled }) => enabled)) {
    const needed = await fetchMissingRights(caller.client, index, ['read'], signal);
    const indices = await rightsOn(caller, index, signal);
    rights.push({ source: id, indices, missing: needed.map(missingRightsInWords) });
  }
  return rights;
}

async function privilegesOf(caller: Caller): Promise<Diagnostics['privileges']> {
  const [read, judge, run, tag, manage] = await allOver([
    caller.can('read'),
    caller.can('judge'),
    caller.can('run'),
    caller.can('tag'),
    caller.can('manage'),
  ]);
  return { read, judge, run, tag, manage };
}

export const getDiagnosticsRoute = defineRoute(
  getDiagnostics,
  async ({ signal }, caller, { settings: store, security, schedule: scheduling, host }) => {
    const { settings, faults } = await store.load(signal);
    const [isSecure, schedule] = await allOver([security(), scheduling.status(caller, signal)]);
    const { last_run: lastRun } = schedule;
    const product = await fetchProduct(caller.client, signal);
    return {
      user: caller.name,
      security: isSecure,
      privileges: await privilegesOf(caller),
      own_indices: await rightsOnOwn(caller, signal),
      sources: await rightsOnSources(caller, settings, signal),
      kept: await fetchSizes(caller.client, signal),
      versions: {
        logwave: version,
        host: host.name,
        host_tested: host.tested,
        elasticsearch: product === null ? null : productWords(product),
        node: process.versions.node,
      },
      host: host.kind,
      last_task_run: lastRun === null ? null : { at: lastRun.at, words: lastRun.words },
      notes: [
        ...(isSecure ? [] : [NO_LOG_IN[host.kind]]),
        ...(product?.name === 'OpenSearch' ? [RIGHTS_NOT_TOLD] : []),
        ...testedNotes(host),
        ...schedule.obstacles,
        ...faults.map((fault) => `Settings: ${fault}`),
      ],
    };
  },
);
