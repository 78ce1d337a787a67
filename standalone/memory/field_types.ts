import type { estypes } from '@elastic/elasticsearch';
import { jsonOf, type Json } from './request';

interface Mapped {
  readonly type: string;
  readonly definition: Json;
}

const ISO_DATE = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/;
const DYNAMIC_TEXT = { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 256 } } };
/** Types whose values cannot be counted. */
const UNCOUNTED = new Set(['text', 'match_only_text', 'object', 'nested', 'flattened']);

/** The type that Elasticsearch derives from the first value of a field; undefined for none. */
function dynamicType(value: unknown): Json | undefined {
  if (Array.isArray(value)) return dynamicType((value as unknown[])[0]);
  switch (typeof value) {
    case 'string':
      return ISO_DATE.test(value) ? { type: 'date' } : DYNAMIC_TEXT;
    case 'number':
      return { type: Number.isInteger(value) ? 'long' : 'float' };
    case 'boolean':
      return { type: 'boolean' };
    default:
      return undefined;
  }
}

/** The mapping of an index: as it was created, and extended by documents. */
export class FieldTypes {
  private readonly types = new Map<string, Mapped>();
  private readonly learned = new Map<string, Json>();

  constructor(private readonly mappings: estypes.MappingTypeMapping) {
    this.addAll('', jsonOf(mappings.properties));
  }

  /** The type of a field, such as `keyword`; undefined if it is not mapped. */
  typeOf(field: string): string | undefined {
    return this.types.get(field)?.type;
  }

  /** All mapped fields, including objects and sub-fields. */
  names(): string[] {
    return [...this.types.keys()];
  }

  /** The field capabilities of a field. */
  capabilityOf(field: string): Json | undefined {
    const mapped = this.types.get(field);
    if (mapped === undefined) return undefined;
    const { type, definition } = mapped;
    const isSearchable = type !== 'object' && type !== 'nested' && definition['index'] !== false;
    return {
      type,
      metadata_field: false,
      searchable: isSearchable,
      aggregatable: !UNCOUNTED.has(type) && definition['doc_values'] !== false,
    };
  }

  /** Maps the fields of a document, if the mapping accepts new fields. */
  learn(source: Json): void {
    const { dynamic = true } = this.mappings;
    if (dynamic === true || dynamic === 'true') this.learnBelow('', source);
  }

  /** The mapping as the API returns it. */
  get definition(): Json {
    const properties = { ...jsonOf(this.mappings.properties) };
    for (const [name, field] of this.learned) place(properties, name.split('.'), field);
    return { ...this.mappings, properties };
  }

  private addAll(path: string, properties: Json): void {
    for (const [name, field] of Object.entries(properties)) this.add(path + name, jsonOf(field));
  }

  private add(name: string, definition: Json): void {
    const { type = 'object', properties, fields, enabled } = definition;
    if (enabled === false) return;
    this.types.set(name, { type: String(type), definition });
    this.addAll(`${name}.`, jsonOf(properties));
    this.addAll(`${name}.`, jsonOf(fields));
  }

  private learnBelow(path: string, source: Json): void {
    for (const [key, value] of Object.entries(source)) {
      const name = path + key;
      if (this.isStoredOnly(name)) continue;
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      if (isObject) {
        if (!this.types.has(name)) this.add(name, {});
        this.learnBelow(`${name}.`, value as Json);
      } else if (!this.types.has(name)) {
        const made = dynamicType(value);
        if (made === undefined) continue;
        this.add(name, made);
        this.learned.set(name, made);
      }
    }
  }

  /** Whether a field is an object whose contents the mapping ignores. */
  private isStoredOnly(name: string): boolean {
    const field = jsonOf(jsonOf(this.mappings.properties)[name]);
    return field['enabled'] === false;
  }
}

/** Inserts a field at its place in the tree of a mapping. */
function place(properties: Record<string, unknown>, parts: readonly string[], field: Json): void {
  const [first = '', ...below] = parts;
  if (below.length === 0) {
    properties[first] = field;
    return;
  }
  const parent = jsonOf(properties[first]);
  const inner = { ...jsonOf(parent['properties']) };
  place(inner, below, field);
  properties[first] = { ...parent, properties: inner };
}
