import { TAGS_FIELD } from '../../../common/sources';
import { FULL_MAPPING } from './document_outcome';
import { settingOf, type IndexShape, type MappedField } from './index_shape';
import { newField } from './new_field';

/** Types of fields that hold words as they are, and those that hold them as texts. */
const WHOLE_WORDS = new Set(['keyword', 'wildcard', 'version']);
const TEXTS = new Set(['text', 'match_only_text', 'annotated_text', 'search_as_you_type']);

const UNSEEN = 'so no search would find the tag: map it as keyword';

/** Why a search in this one field does not find the tag; undefined if it does. */
function hidingIn(field: MappedField, tag: string, shape: IndexShape): string | undefined {
  const { type = 'object', index = true, doc_values: values = true, enabled = true } = field;
  if (!enabled) return `the mapping does not index "tags" (enabled: false), ${UNSEEN}`;
  if (TEXTS.has(type)) {
    return index ? undefined : `"tags" is mapped as ${type} without an index, ${UNSEEN}`;
  }
  if (!WHOLE_WORDS.has(type)) {
    return `the mapping does not take a list of words in "tags", which is mapped as ${type}`;
  }
  if (field.script !== undefined) return `"tags" is computed by a script, ${UNSEEN}`;
  if (!index && !values) return `"tags" is mapped as ${type} without an index, ${UNSEEN}`;
  const shared = Number(settingOf(shape, 'index.mapping.ignore_above') ?? Infinity);
  const longest = field.ignore_above ?? shared;
  return tag.length <= longest
    ? undefined
    : `"tags" is mapped with ignore_above ${longest} and the tag is longer, ${UNSEEN}`;
}

/** The same for a field and its sub-fields: one that finds the tag is enough. */
function hidingInAll(field: MappedField, tag: string, shape: IndexShape): string | undefined {
  const own = hidingIn(field, tag, shape);
  const others = Object.values(field.fields ?? {}).map((sub) => hidingIn(sub, tag, shape));
  return others.includes(undefined) ? undefined : own;
}

/**
 * The fields in which the tag would be found. A runtime field takes precedence over a mapped one.
 */
function tagsFieldsOf({ mappings: { properties, runtime } }: IndexShape): MappedField[] {
  return [runtime?.tags, properties?.tags].flatMap((field) => field ?? []);
}

/**
 * How many fields the first tagged document would add to the mapping through `tags`.
 *
 * @returns 0 if it is mapped, or never will be
 */
export function addedFields(shape: IndexShape): number {
  if (tagsFieldsOf(shape).length > 0) return 0;
  const made = newField(shape, TAGS_FIELD);
  return made.state === 'mapped' ? made.size : 0;
}

/**
 * Why no search would find a tag in `tags`, or the index does not accept it, in a phrase.
 *
 * @param isFull whether there is no room for the fields that `tags` would add
 * @returns undefined if searches find it
 */
export function tagHiding(shape: IndexShape, tag: string, isFull: boolean): string | undefined {
  const fields = tagsFieldsOf(shape);
  if (fields.length > 0) {
    return fields.map((field) => hidingInAll(field, tag, shape)).find(Boolean);
  }
  if (isFull) return FULL_MAPPING;
  const made = newField(shape, TAGS_FIELD);
  if (made.state === 'mapped') return hidingInAll(made.field, tag, shape);
  return made.state === 'refused'
    ? 'the mapping has no field "tags" and takes no new ones (dynamic: strict)'
    : `the index does not index the field "tags" (${made.cause}), ${UNSEEN}`;
}
