import type { estypes } from '@elastic/elasticsearch';
import { FieldTypes } from './field_types';
import { compileQuery } from './query/compile_query';
import type { FieldsRead } from './query/fields_read';
import { mayMatch, narrowQuery, type Span } from './query/narrow_query';
import { valuesOf } from './query/values';
import { jsonOf, type Json } from './request';
import type { Stored } from './stored';

/** Documents that are created when they are first read. */
export interface LazyDocuments {
  /** The range of times of all of them. */
  readonly span: Span;
  readonly time_field: string;
  /**
   * All of them as far as they are known before they are created, in any order. They have the same
   * fields as the documents: a field that an outline lacks is in its document neither.
   */
  readonly outlines: () => readonly Json[];
  /** The fields whose values are those of the documents. */
  readonly known_fields: ReadonlySet<string>;
  readonly make: () => Iterable<readonly [id: string, source: Json]>;
}

/** The settings and mapping of an index. */
export interface IndexDefinition {
  readonly mappings?: estypes.MappingTypeMapping;
  /** By their full names, such as `index.mapping.ignore_above`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** In the order of time. */
  readonly lazy?: readonly LazyDocuments[];
}

/** Documents of an index, and what is left to ask of them. */
export interface Reading {
  readonly query: Json;
  /** The range of their times by a field; undefined if that is not known. */
  readonly spanOf: (field: string) => Span | undefined;
  /** Their outlines, where a request reads no more. @param fields undefined for all */
  readonly documents: (fields: FieldsRead | undefined) => Iterable<Stored>;
}

/** A part of an index: documents of a span of time. */
interface Part {
  readonly lazy: LazyDocuments;
  outlined?: readonly Stored[];
  made?: Map<string, Stored>;
}

/** An index in memory. */
export class MemoryIndex {
  readonly fields: FieldTypes;
  readonly settings: Readonly<Record<string, string>>;
  private readonly stored = new Map<string, Stored>();
  /** Empty if the times of the documents are not known. */
  private parts: readonly Part[];

  /** @param nextSeqNo numbers the writes */
  constructor(
    readonly name: string,
    definition: IndexDefinition,
    private readonly nextSeqNo: () => number,
  ) {
    this.fields = new FieldTypes(definition.mappings ?? {});
    this.settings = definition.settings ?? {};
    this.parts = (definition.lazy ?? []).map((lazy) => ({ lazy }));
  }

  /** Whether there are documents that are not created yet. */
  get isUnmade(): boolean {
    return this.parts.some(({ made }) => made === undefined);
  }

  /** What a query may match here: whole parts are left out only where it certainly matches none. */
  readings(query: unknown): Reading[] {
    if (this.parts.length === 0) {
      const documents = (): Iterable<Stored> => this.stored.values();
      return [{ query: jsonOf(query), spanOf: () => undefined, documents }];
    }
    return this.parts
      .map((part): Reading => {
        const { span, time_field: timeField } = part.lazy;
        const narrowed = narrowQuery(query, timeField, span);
        return {
          query: narrowed,
          spanOf: (field) => (field === timeField ? span : undefined),
          documents: (fields) => this.toRead(part, narrowed, fields),
        };
      })
      .filter((reading) => mayMatch(reading.query));
  }

  /** All documents, which are created now at the latest. */
  get documents(): ReadonlyMap<string, Stored> {
    for (const part of this.parts) this.madeOf(part);
    return this.stored;
  }

  get(id: string): Stored | undefined {
    return this.stored.get(id) ?? this.documents.get(id);
  }

  put(id: string, source: Json): Stored {
    this.fields.learn(source);
    const known = this.get(id);
    // A new document may have any time.
    if (known === undefined) this.parts = [];
    const stored = this.store(id, source, known?.ordinal);
    this.parts.find(({ made }) => made?.has(id))?.made?.set(id, stored);
    return stored;
  }

  /** @returns whether it existed */
  delete(id: string): boolean {
    if (this.get(id) === undefined) return false;
    for (const { made } of this.parts) made?.delete(id);
    return this.stored.delete(id);
  }

  private toRead(part: Part, query: Json, fields: FieldsRead | undefined): Iterable<Stored> {
    const { known_fields: known } = part.lazy;
    const isKnown = (field: string): boolean => known.has(field);
    if (part.made !== undefined || fields === undefined || ![...fields.query].every(isKnown)) {
      return this.madeOf(part).values();
    }
    const outlined = this.outlinesOf(part);
    const others = [...fields.values].filter((field) => !isKnown(field)).map(valuesOf);
    if (others.length === 0) return outlined;
    const matches = compileQuery(query);
    const isTold = outlined.every(
      (outline) =>
        !matches(outline, new Set()) || others.every((read) => read(outline.source).length === 0),
    );
    return isTold ? outlined : this.madeOf(part).values();
  }

  private outlinesOf(part: Part): readonly Stored[] {
    part.outlined ??= part.lazy.outlines().map((source) => ({
      index: this.name,
      id: '',
      source,
      seq_no: 0,
      ordinal: 0,
    }));
    return part.outlined;
  }

  private madeOf(part: Part): Map<string, Stored> {
    part.made ??= new Map(
      Array.from(part.lazy.make(), ([id, source]) => [id, this.store(id, source)] as const),
    );
    delete part.outlined;
    return part.made;
  }

  private store(id: string, source: Json, ordinal?: number): Stored {
    const seqNo = this.nextSeqNo();
    const stored = { index: this.name, id, source, seq_no: seqNo, ordinal: ordinal ?? seqNo };
    this.stored.set(id, stored);
    return stored;
  }
}
