import { matchesPattern } from '../../../common/sources';
import type { DynamicTemplate, IndexShape, MappedField } from './index_shape';

/** The type that Elasticsearch gives a text in an unmapped field, without a template. */
const TEXT_AND_KEYWORD: MappedField = {
  type: 'text',
  fields: { keyword: { type: 'keyword', ignore_above: 256 } },
};

/** What happens to a field that the mapping does not have yet. */
export type NewField =
  /**
   * It is kept in the document, but not indexed; `cause` is the part of the mapping that causes it.
   */
  | { readonly state: 'ignored'; readonly cause: string }
  /** Documents with it are refused. */
  | { readonly state: 'refused' }
  /** It is mapped by the first document that has it; `size` counts against the limit of fields. */
  | { readonly state: 'mapped'; readonly field: MappedField; readonly size: number };

/** As in `(?i)tag.*`: inline flags of Java, which JavaScript takes as an argument. */
const INLINE_FLAGS = /^\(\?([ims]+)\)/;

/**
 * Whether the whole name matches. A Java expression that JavaScript cannot parse does not match.
 */
function isRegexMatch(name: string, pattern: string): boolean {
  const flags = INLINE_FLAGS.exec(pattern)?.[1];
  try {
    return new RegExp(`^(?:${pattern.replace(INLINE_FLAGS, '')})$`, flags).test(name);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function matchesAny(name: string, patterns: readonly string[], kind: string | undefined): boolean {
  const isMatch = kind === 'regex' ? isRegexMatch : matchesPattern;
  return patterns.some((pattern) => isMatch(name, pattern));
}

/** Whether a template maps a text in a field at the top of a document. */
function mapsText(template: DynamicTemplate, name: string): boolean {
  const { match_pattern: kind, match_mapping_type: types, unmatch_mapping_type: not } = template;
  const { match, unmatch, path_match: path, path_unmatch: notPath } = template;
  const isOf = (names: readonly string[]): boolean =>
    names.includes('string') || names.includes('*');
  return (
    (types === undefined || isOf(types)) &&
    !(not !== undefined && isOf(not)) &&
    (match === undefined || matchesAny(name, match, kind)) &&
    !(unmatch !== undefined && matchesAny(name, unmatch, kind)) &&
    (path === undefined || matchesAny(name, path, 'simple')) &&
    !(notPath !== undefined && matchesAny(name, notPath, 'simple'))
  );
}

function mappedBy({ mapping = {}, runtime }: DynamicTemplate): NewField {
  if (runtime !== undefined) {
    return { state: 'mapped', field: { ...runtime, type: runtime.type ?? 'keyword' }, size: 1 };
  }
  const { type } = mapping;
  const named = type === undefined || type === '{dynamic_type}' ? 'text' : type;
  const size = 1 + Object.keys(mapping.fields ?? {}).length;
  return { state: 'mapped', field: { ...mapping, type: named }, size };
}

/**
 * What Elasticsearch does with a text in an unmapped field at the top of a document: by `dynamic`
 * and `dynamic_templates`. Measured on Elasticsearch 8.19.
 */
export function newField({ mappings }: IndexShape, name: string): NewField {
  const { dynamic = 'true', dynamic_templates: templates = [], enabled = true } = mappings;
  if (!enabled) return { state: 'ignored', cause: 'enabled: false' };
  if (dynamic === 'false') return { state: 'ignored', cause: 'dynamic: false' };
  if (dynamic === 'strict') return { state: 'refused' };
  const template = templates
    .flatMap((named) => Object.values(named))
    .find((one) => mapsText(one, name));
  if (template !== undefined) return mappedBy(template);
  if (dynamic === 'runtime') return { state: 'mapped', field: { type: 'keyword' }, size: 1 };
  return { state: 'mapped', field: TEXT_AND_KEYWORD, size: 2 };
}
