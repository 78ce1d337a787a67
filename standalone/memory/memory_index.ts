import type { estypes } from '@elastic/elasticsearch';
import { FieldTypes } from './field_types';
import { narrowQuery, type Span } from './query/narrow_query';
import { jsonOf, type Json } from './request';

/** A document with its version. */
export interface Stored {
  readonly index: string;
  readonly id: string;
  readonly source: Json;
  readonly seq_no: number;
  /** Its position among all documents of the cluster, which stays when it is written again. */
  readonly ordinal: number;
}

/** Documents that are created when they are first read. */
export interface LazyDocuments {
  /** The range of times of all of them. */
  readonly span: Span;
  readonly time_field: string;
  /** The known fields of all of them before they are created, in any order. */
  readonly outlines: () => readonly Json[];
  readonly known_fields: ReadonlySet<string>;
  readonly make: () => Iterable<readonly [id: string, source: Json]>;
}

/** The settings and mapping of an index. */
export interface IndexDefinition {
  readonly mappings?: estypes.MappingTypeMapping;
  /** By their full names, such as `index.mapping.ignore_above`. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly lazy?: LazyDocuments;
}

/** An index in memory. */
export class MemoryIndex {
  readonly fields: FieldTypes;
  readonly settings: Readonly<Record<string, string>>;
  private readonly stored = new Map<string, Stored>();
  private lazy: LazyDocuments | undefined;
  private outlined: readonly Stored[] | undefined;
  private within: { readonly span: Span; readonly time_field: string } | undefined;

  /** @param nextSeqNo numbers the writes */
  constructor(
    readonly name: string,
    definition: IndexDefinition,
    private readonly nextSeqNo: () => number,
  ) {
    this.fields = new FieldTypes(definition.mappings ?? {});
    this.settings = definition.settings ?? {};
    this.lazy = definition.lazy;
    this.within = definition.lazy;
  }

  /** Whether there are documents that are not created yet. */
  get isUnmade(): boolean {
    return this.lazy !== undefined;
  }

  /** The range of times of all documents; undefined if that is not known, or for another field. */
  spanOf(field: string): Span | undefined {
    return this.within?.time_field === field ? this.within.span : undefined;
  }

  /** A query that asks only what is not certain here; `match_none` if it matches nothing here. */
  narrowed(query: unknown): Json {
    const { within } = this;
    return within === undefined
      ? jsonOf(query)
      : narrowQuery(query, within.time_field, within.span);
  }

  /**
   * The documents with only the known fields, for a request that reads no others; undefined for
   * all.
   */
  toRead(fields: ReadonlySet<string> | undefined): Iterable<Stored> {
    const { lazy } = this;
    const isKnown =
      fields !== undefined && [...fields].every((field) => lazy?.known_fields.has(field));
    if (lazy === undefined || !isKnown) return this.documents.values();
    this.outlined ??= lazy
      .outlines()
      .map((source) => ({ index: this.name, id: '', source, seq_no: 0, ordinal: 0 }));
    return this.outlined;
  }

  /** All documents, which are created now at the latest. */
  get documents(): ReadonlyMap<string, Stored> {
    const { lazy } = this;
    this.lazy = undefined;
    this.outlined = undefined;
    for (const [id, source] of lazy?.make() ?? []) this.store(id, source);
    return this.stored;
  }

  get(id: string): Stored | undefined {
    return this.documents.get(id);
  }

  put(id: string, source: Json): Stored {
    if (this.lazy !== undefined) void this.documents;
    this.fields.learn(source);
    // Dropped: a new document may have any time.
    if (!this.stored.has(id)) this.within = undefined;
    return this.store(id, source);
  }

  /** @returns whether it existed */
  delete(id: string): boolean {
    return this.documents.has(id) && this.stored.delete(id);
  }

  private store(id: string, source: Json): Stored {
    const seqNo = this.nextSeqNo();
    const ordinal = this.stored.get(id)?.ordinal ?? seqNo;
    const stored = { index: this.name, id, source, seq_no: seqNo, ordinal };
    this.stored.set(id, stored);
    return stored;
  }
}
