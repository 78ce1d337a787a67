import type { Condition, Filter } from '../../../../../common/sources';
import { listOf } from './text_list';

/** A condition as the form has it: a field and its values, one a line; any other as JSON. */
export type ConditionDraft =
  { readonly field: string; readonly values: string } | { readonly text: string };

const INDENT = 2;

function conditionDraftOf(condition: Condition): ConditionDraft {
  if (!('any_of' in condition)) return { text: JSON.stringify(condition, null, INDENT) };
  return { field: condition.field, values: condition.any_of.join('\n') };
}

/** The form as the settings have it. */
export function filterDraftOf(filter: Filter): ConditionDraft[] {
  const conditions = Array.isArray(filter)
    ? (filter as readonly Condition[])
    : [filter as Condition];
  return conditions.map(conditionDraftOf);
}

/** What a text says as JSON; undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Somebody is still typing: the form says so.
    return undefined;
  }
}

function writtenCondition(draft: ConditionDraft): Condition {
  if ('text' in draft) {
    // The validator looks at it: what is no JSON stays a text, which it refuses.
    return (jsonIn(draft.text) ?? draft.text) as Condition;
  }
  return { field: draft.field.trim(), any_of: listOf(draft.values, '\n') };
}

/** What the form says of the filter, before it is validated. */
export function writtenFilter(draft: readonly ConditionDraft[]): Condition[] {
  return draft.map(writtenCondition);
}
