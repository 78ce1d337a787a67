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

/** Converts settings to the form. */
export function filterDraftOf(filter: Filter): ConditionDraft[] {
  const conditions = Array.isArray(filter)
    ? (filter as readonly Condition[])
    : [filter as Condition];
  return conditions.map(conditionDraftOf);
}

/** A text parsed as JSON; undefined if it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The reader is still typing, and the form shows that.
    return undefined;
  }
}

function writtenCondition(draft: ConditionDraft): Condition {
  if ('text' in draft) {
    // For the validator: a text that is not JSON stays a text, which the validator refuses.
    return (jsonIn(draft.text) ?? draft.text) as Condition;
  }
  return { field: draft.field.trim(), any_of: listOf(draft.values, '\n') };
}

/** The filter of the form, before it is validated. */
export function writtenFilter(draft: readonly ConditionDraft[]): Condition[] {
  return draft.map(writtenCondition);
}
