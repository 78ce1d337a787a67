import type { estypes } from '@elastic/elasticsearch';
import { FieldTypes } from './field_types';
import { mayMeet, type Span } from './query/time_span';
import type { Json } from './request';

/** A document with its version. */
export interface Stored {
  readonly index: string;
  readonly id: string;
  readonly source: Json;
  readonly seq_no: number;
  /** Its place among all documents of the cluster, which stays when it is written again. */
  readonly ordinal: number;
}

/** Documents that are made when somebody asks for them. */
export interface LazyDocuments {
  /** All of them lie within. */
  readonly span: Span;
  readonly time_field: string;
  /** What is known of all of them before they are made, in any order: these fields only. */
  readonly outlines: () => readonly Json[];
  readonly known_fields: ReadonlySet<string>;
  readonly make: () => Iterable<readonly [id: string, source: Json]>;
}

/** How an index is made. */
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

  /** Whether documents are not made yet. */
  get isUnmade(): boolean {
    return this.lazy !== undefined;
  }

  /** Between which times all documents lie; undefined where that is not known, or of another field. */
  spanOf(field: string): Span | undefined {
    return this.within?.time_field === field ? this.within.span : undefined;
  }

  /** Whether a query may find something here: false only where that is sure. */
  mayHold(query: unknown): boolean {
    const { within } = this;
    return within === undefined || mayMeet(query, within.time_field, within.span);
  }

  /** The documents as far as a request needs them that reads no other fields; undefined for all. */
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

  /** All documents, which are made now at the latest. */
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
    // Not looked at: what is written may lie at any time, if it is new.
    if (!this.stored.has(id)) this.within = undefined;
    return this.store(id, source);
  }

  /** @returns whether it was there */
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
