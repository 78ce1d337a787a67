import type { estypes } from '@elastic/elasticsearch';
import { BAD_REQUEST, NOT_FOUND } from '../../../common/http';
import { matchesPattern } from '../../../common/sources';
import type { MemoryCluster } from '../memory_cluster';
import type { MemoryIndex } from '../memory_index';
import {
  isOn,
  jsonOf,
  Refusal,
  type Json,
  type MemoryAnswer,
  type MemoryRequest,
  textOf,
} from '../request';

const DONE = { acknowledged: true, shards_acknowledged: true };

/** Settings by their full names, as texts, however they were written. */
function flatSettings(settings: Json, prefix = ''): Readonly<Record<string, string>> {
  const flat = Object.entries(settings).flatMap(([name, value]): [string, string][] => {
    const path = `${prefix}${name}`;
    if (value === null || value === undefined) return [];
    if (typeof value === 'object') return Object.entries(flatSettings(jsonOf(value), `${path}.`));
    return [[path.startsWith('index.') ? path : `index.${path}`, textOf(value)]];
  });
  return Object.fromEntries(flat);
}

/** The same as a tree, as Elasticsearch returns them unless flat settings are requested. */
function settingsTree(flat: Readonly<Record<string, string>>): Json {
  const tree: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(flat)) {
    const parts = name.split('.');
    let node = tree;
    for (const part of parts.slice(0, -1)) {
      const next = { ...jsonOf(node[part]) };
      node[part] = next;
      node = next;
    }
    node[parts.at(-1) ?? name] = value;
  }
  return tree;
}

function create(cluster: MemoryCluster, name: string, body: Json): MemoryAnswer {
  if (cluster.indices.has(name)) {
    const reason = `index [${name}] already exists`;
    throw new Refusal(BAD_REQUEST, 'resource_already_exists_exception', reason);
  }
  const mappings = jsonOf(body['mappings']) as estypes.MappingTypeMapping;
  cluster.make(name, { mappings, settings: flatSettings(jsonOf(body['settings'])) });
  return { body: { ...DONE, index: name } };
}

function described(index: MemoryIndex, isFlat: boolean): Json {
  const { fields, settings } = index;
  return {
    aliases: {},
    mappings: fields.definition,
    settings: isFlat ? settings : settingsTree(settings),
  };
}

function reached(cluster: MemoryCluster, { query }: MemoryRequest, expression: string) {
  return cluster.reach(expression, { ignoreUnavailable: isOn(query, 'ignore_unavailable') });
}

/** `PUT`, `GET`, `HEAD` and `DELETE` of indices. */
export function answerIndex(
  cluster: MemoryCluster,
  request: MemoryRequest,
  expression: string,
): MemoryAnswer | undefined {
  const { method, query, body } = request;
  if (method === 'PUT') return create(cluster, expression, jsonOf(body));
  const indices = reached(cluster, request, expression);
  switch (method) {
    case 'HEAD':
      return { status: indices.length === 0 ? NOT_FOUND : 200, body: '' };
    case 'GET': {
      const isFlat = isOn(query, 'flat_settings');
      return {
        body: Object.fromEntries(indices.map((index) => [index.name, described(index, isFlat)])),
      };
    }
    case 'DELETE':
      indices.forEach(({ name }) => cluster.indices.delete(name));
      return { body: DONE };
    default:
      return undefined;
  }
}

/** `_resolve/index`: all existing indices are open. */
export function answerResolve(
  cluster: MemoryCluster,
  request: MemoryRequest,
  expression: string,
): MemoryAnswer {
  const indices = reached(cluster, request, expression);
  const open = indices.map(({ name }) => ({ name, attributes: ['open'] }));
  return { body: { indices: open, aliases: [], data_streams: [] } };
}

/** `_settings` of indices, all of them or one by its name. */
export function answerSettings(
  cluster: MemoryCluster,
  request: MemoryRequest,
  expression: string,
  name: string,
): MemoryAnswer {
  const isFlat = isOn(request.query, 'flat_settings');
  const shown = reached(cluster, request, expression).map((index) => {
    const asked = Object.entries(index.settings).filter(
      ([setting]) => name === '' || matchesPattern(setting, name),
    );
    const flat = Object.fromEntries(asked);
    return [index.name, { settings: isFlat ? flat : settingsTree(flat) }] as const;
  });
  return {
    body: Object.fromEntries(shown.filter(([, { settings }]) => Object.keys(settings).length > 0)),
  };
}

/** `_stats`: documents, and their size as JSON. */
export function answerStats(
  cluster: MemoryCluster,
  request: MemoryRequest,
  expression: string,
): MemoryAnswer {
  const stats = reached(cluster, request, expression).map((index) => {
    const documents = [...index.documents.values()];
    const bytes = documents.reduce((sum, { source }) => sum + JSON.stringify(source).length, 0);
    const one = { docs: { count: documents.length }, store: { size_in_bytes: bytes } };
    return [index.name, { primaries: one, total: one }] as const;
  });
  return { body: { indices: Object.fromEntries(stats) } };
}

/** `_index_template`: the stored ones, by name or all of them. */
export function answerTemplates(
  { templates }: MemoryCluster,
  { method, body }: MemoryRequest,
  name: string,
): MemoryAnswer {
  if (method === 'PUT' || method === 'POST') {
    templates.set(name, jsonOf(body));
    return { body: DONE };
  }
  const found = [...templates].filter(([one]) => name === '' || matchesPattern(one, name));
  if (method === 'DELETE') {
    found.forEach(([one]) => templates.delete(one));
    return { body: DONE };
  }
  const shown = found.map(([one, template]) => ({ name: one, index_template: template }));
  return {
    status: name !== '' && shown.length === 0 ? NOT_FOUND : 200,
    body: { index_templates: shown },
  };
}
