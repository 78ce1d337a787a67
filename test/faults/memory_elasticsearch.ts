import { BAD_REQUEST, CONFLICT, NOT_FOUND } from '../../common/http';
import type { ArrivedRequest, FakeAnswer } from '../fixtures/counts_fake_elasticsearch';
import { aggregate } from './aggregate';
import { matches, valuesAt, type Document, type Query } from './matches';

/** A document with its version. */
export interface Stored {
  readonly source: Document;
  readonly seq_no: number;
}

type Body = Readonly<Record<string, unknown>>;
type Condition = { readonly if_seq_no?: unknown; readonly op_type?: unknown };

const FOUND = 200;
const CREATED = 201;

function refused(status: number, type: string): FakeAnswer {
  return {
    status,
    body: { error: { type, reason: type, root_cause: [{ type, reason: type }] }, status },
  };
}

function isNamed(index: string, expression: string): boolean {
  return expression
    .split(',')
    .some((part) => (part.endsWith('*') ? index.startsWith(part.slice(0, -1)) : index === part));
}

/** Merges the changed fields into a document, as a partial update does. */
function merged(source: Document, change: Document): Document {
  return { ...source, ...change };
}

function filtered(source: Document, fields: unknown): Document | undefined {
  if (fields === false) return undefined;
  if (!Array.isArray(fields)) return source;
  return Object.fromEntries(
    Object.entries(source).filter(([key]) => (fields as string[]).includes(key)),
  );
}

/**
 * As much of Elasticsearch as Logwave uses, in memory: what is written is found at once, and every
 * write checks the version that came with it.
 */
export class MemoryElasticsearch {
  readonly indices = new Map<string, Map<string, Stored>>();
  private seqNo = 0;

  answer({ method, path, query, body }: ArrivedRequest): FakeAnswer {
    const parts = path.split('/').filter(Boolean);
    const [first = '', second = '', third = ''] = parts;
    if (first === '_index_template') return { body: { index_templates: [], acknowledged: true } };
    if (first === '_resolve') return { body: { indices: [], aliases: [], data_streams: [] } };
    if (first === '_security') return refused(BAD_REQUEST, 'no handler found');
    const action = first.startsWith('_') ? first : second;
    const index = first.startsWith('_') ? '' : first;
    switch (action) {
      case '_doc':
      case '_create':
        return this.document(method, index, third, query, body);
      case '_bulk':
        return this.bulk(index, String(body));
      case '_mget':
        return this.multiGet(index, body as Body);
      case '_field_caps':
        return this.fieldCapabilities(index, body as Body);
      case '_pit':
        return { body: { id: index, succeeded: true } };
      case '_search':
        return this.search(index, body as Body);
      case '':
        return this.definition(index);
      default:
        throw new Error(`the Elasticsearch in memory does not know ${method} ${path}`);
    }
  }

  put(index: string, id: string, source: Document): Stored {
    const documents = this.indices.get(index) ?? new Map<string, Stored>();
    this.indices.set(index, documents);
    this.seqNo += 1;
    const stored = { source, seq_no: this.seqNo };
    documents.set(id, stored);
    return stored;
  }

  private get(index: string, id: string): Stored | undefined {
    return this.indices.get(index)?.get(id);
  }

  private isConflict(found: Stored | undefined, condition: Condition): boolean {
    if (condition.op_type === 'create') return found !== undefined;
    const wished = condition.if_seq_no ?? undefined;
    return wished !== undefined && Number(wished) !== found?.seq_no;
  }

  private document(
    method: string,
    index: string,
    id: string,
    query: URLSearchParams,
    body: unknown,
  ): FakeAnswer {
    const found = this.get(index, id);
    if (method === 'GET') {
      if (!this.indices.has(index)) return refused(NOT_FOUND, 'index_not_found_exception');
      if (found === undefined) return { status: NOT_FOUND, body: { _id: id, found: false } };
      return {
        body: { _index: index, _id: id, found: true, ...versionOf(found), _source: found.source },
      };
    }
    if (method === 'DELETE') {
      if (!this.indices.has(index)) return refused(NOT_FOUND, 'index_not_found_exception');
      this.indices.get(index)?.delete(id);
      return {
        status: found === undefined ? NOT_FOUND : FOUND,
        body: { _id: id, result: 'deleted' },
      };
    }
    const condition = { if_seq_no: query.get('if_seq_no'), op_type: query.get('op_type') };
    if (this.isConflict(found, condition)) {
      return refused(CONFLICT, 'version_conflict_engine_exception');
    }
    const stored = this.put(index, id, body as Document);
    return {
      status: CREATED,
      body: { _index: index, _id: id, result: 'created', ...versionOf(stored) },
    };
  }

  private bulk(defaultIndex: string, text: string): FakeAnswer {
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Body);
    const items: object[] = [];
    for (let place = 0; place < lines.length; place += 1) {
      const [[kind, head] = ['', {}]] = Object.entries(lines[place] ?? {}) as [string, Body][];
      const named = head['_index'];
      const index = typeof named === 'string' ? named : defaultIndex;
      const id = String(head['_id']);
      if (kind !== 'delete') place += 1;
      items.push({ [kind]: this.bulkItem(kind, index, id, head, lines[place] ?? {}) });
    }
    return { body: { errors: false, items } };
  }

  private bulkItem(kind: string, index: string, id: string, head: Body, line: Body): object {
    const found = this.get(index, id);
    if (this.isConflict(found, head)) {
      const error = { type: 'version_conflict_engine_exception', reason: 'conflict' };
      return { _index: index, _id: id, status: CONFLICT, error };
    }
    if (kind === 'delete') {
      this.indices.get(index)?.delete(id);
      return { _index: index, _id: id, status: found === undefined ? NOT_FOUND : FOUND };
    }
    if (kind === 'update' && found === undefined) {
      const error = { type: 'document_missing_exception', reason: 'missing' };
      return { _index: index, _id: id, status: NOT_FOUND, error };
    }
    const source = kind === 'update' ? merged(found?.source ?? {}, line['doc'] as Document) : line;
    return { _index: index, _id: id, status: FOUND, ...versionOf(this.put(index, id, source)) };
  }

  private multiGet(index: string, { ids, docs }: Body): FakeAnswer {
    const wanted = Array.isArray(ids)
      ? (ids as string[]).map((_id) => ({ _index: index, _id }))
      : (docs as { _index: string; _id: string }[]);
    const found = wanted.map(({ _index, _id }) => {
      const stored = this.get(_index, _id);
      if (stored === undefined) return { _index, _id, found: false };
      return { _index, _id, found: true, ...versionOf(stored), _source: stored.source };
    });
    return { body: { docs: found } };
  }

  /** An index that keeps documents whole, and indexes their tags. */
  private definition(index: string): FakeAnswer {
    if (!this.indices.has(index)) return refused(NOT_FOUND, 'index_not_found_exception');
    const mappings = { properties: { tags: { type: 'keyword' } } };
    return { body: { [index]: { mappings, settings: {} } } };
  }

  private fieldCapabilities(expression: string, { fields }: Body): FakeAnswer {
    const indices = [...this.indices.keys()].filter((index) => isNamed(index, expression));
    const typeOf = (field: string): string => (field === '@timestamp' ? 'date' : 'keyword');
    const mapped = (fields as string[])
      .filter((field) => !field.endsWith('.keyword'))
      .map((field) => {
        const type = typeOf(field);
        return [field, { [type]: { type, searchable: true, aggregatable: true } }];
      });
    return { body: { indices, fields: Object.fromEntries(mapped) as object } };
  }

  private search(index: string, body: Body): FakeAnswer {
    const point = body['pit'] as { id: string } | undefined;
    const expression = point?.id ?? index;
    const isPattern = expression.includes('*') || point !== undefined;
    if (!isPattern && !this.indices.has(expression)) {
      return refused(NOT_FOUND, 'index_not_found_exception');
    }
    const hits = this.find(expression, (body['query'] ?? { match_all: {} }) as Query);
    const aggregations = body['aggs'] as Parameters<typeof aggregate>[1] | undefined;
    const documents = hits.map(({ source }) => source);
    const shards = { total: 1, successful: 1, skipped: 0, failed: 0 };
    return {
      body: {
        timed_out: false,
        _shards: shards,
        pit_id: point?.id,
        hits: { hits: this.page(hits, body) },
        ...(aggregations === undefined ? {} : { aggregations: aggregate(documents, aggregations) }),
      },
    };
  }

  private find(expression: string, query: Query) {
    const found: {
      index: string;
      id: string;
      source: Document;
      seq_no: number;
      names: string[];
    }[] = [];
    for (const [index, documents] of this.indices) {
      if (!isNamed(index, expression)) continue;
      for (const [id, { source, seq_no }] of documents) {
        const names = new Set<string>();
        if (matches(source, query, names))
          found.push({ index, id, source, seq_no, names: [...names] });
      }
    }
    return found;
  }

  private page(hits: ReturnType<MemoryElasticsearch['find']>, body: Body): object[] {
    const after = (body['search_after'] as number[] | undefined)?.[0] ?? -1;
    const size = Number(body['size'] ?? 10);
    return hits
      .map((hit, place) => ({ hit, place }))
      .filter(({ place }) => place > after)
      .slice(0, size)
      .map(({ hit: { index, id, source, seq_no, names }, place }) => ({
        _index: index,
        _id: id,
        ...versionOf({ source, seq_no }),
        _source: filtered(source, body['_source'] ?? true),
        fields: docValues(source, body['docvalue_fields']),
        sort: [place],
        matched_queries: names,
      }));
  }
}

function versionOf({ seq_no }: Stored) {
  return { _seq_no: seq_no, _primary_term: 1 };
}

/** The values of the fields that a search asks for besides the document. */
function docValues(source: Document, wanted: unknown): Record<string, unknown[]> {
  const fields = (wanted ?? []) as readonly { readonly field: string }[];
  return Object.fromEntries(fields.map(({ field }) => [field, valuesAt(source, field)]));
}
