import { getDiagnostics } from '../../common/api/get_diagnostics';
import { PRIVILEGES } from '../../common/api/endpoint';
import { version } from '../../package.json';
import { fetchMissingRights, missingRightsInWords } from '../elastic/fetch_index_rights';
import { fetchVersion } from '../elastic/fetch_version';
import { namedPatterns } from '../elastic/index_pattern';
import type { Caller } from './caller';
import { defineRoute } from './route';

const INDEX_RIGHTS = ['read', 'write', 'create_index', 'view_index_metadata'] as const;
const OWN_INDICES = 'logwave-*';
/** What an administrator must know where nobody is asked to log in. */
const NO_LOG_IN = {
  kibana:
    'Security is off: every visitor has every right here, tagging included. Switch it on in Elasticsearch to change that.',
  standalone:
    'This host asks nobody to log in: whoever sits at this machine has every right here, tagging included. Install Logwave in Kibana to change that.',
};

type Rights = Record<(typeof INDEX_RIGHTS)[number], boolean> & { readonly pattern: string };

async function rightsOn(
  { client }: Caller,
  expression: string,
  signal: AbortSignal,
): Promise<Rights[]> {
  const missing = await fetchMissingRights(client, expression, INDEX_RIGHTS, signal);
  return namedPatterns(expression).map((pattern) => {
    const lacks = missing.find((one) => one.pattern === pattern)?.privileges ?? [];
    const has = (right: string): boolean => !lacks.includes(right);
    return {
      pattern,
      read: has('read'),
      write: has('write'),
      create_index: has('create_index'),
      view_index_metadata: has('view_index_metadata'),
    };
  });
}

export const getDiagnosticsRoute = defineRoute(
  getDiagnostics,
  async ({ signal }, caller, services) => {
    const { settings, faults } = await services.settings.load(signal);
    const [isSecure, schedule, own] = await Promise.all([
      services.security(),
      services.schedule.status(signal),
      rightsOn(caller, OWN_INDICES, signal),
    ]);
    const [read, run, tag, manage] = await Promise.all(
      PRIVILEGES.map((privilege) => caller.can(privilege)),
    );
    const sources = [];
    for (const source of settings.sources.filter(({ enabled }) => enabled)) {
      const needed = await fetchMissingRights(caller.client, source.index, ['read'], signal);
      const indices = await rightsOn(caller, source.index, signal);
      sources.push({ source: source.id, indices, missing: needed.map(missingRightsInWords) });
    }
    return {
      user: caller.name,
      security: isSecure,
      privileges: {
        read: read ?? false,
        run: run ?? false,
        tag: tag ?? false,
        manage: manage ?? false,
      },
      own_indices: own[0] ?? {
        pattern: OWN_INDICES,
        read: true,
        write: true,
        create_index: true,
        view_index_metadata: true,
      },
      sources,
      versions: {
        logwave: version,
        host: services.host.name,
        elasticsearch: await fetchVersion(caller.client, signal),
        node: process.versions.node,
      },
      host: services.host.kind,
      last_task_run:
        schedule.last_run === null
          ? null
          : { at: schedule.last_run.at, words: schedule.last_run.words },
      notes: [
        ...(isSecure ? [] : [NO_LOG_IN[services.host.kind]]),
        ...schedule.obstacles,
        ...faults.map((fault) => `Settings: ${fault}`),
      ],
    };
  },
);
