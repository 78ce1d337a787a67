import { z } from 'zod';

const MOST_IN_GROUP = 20;
const MOST_CONDITIONS = 100;

/** Bounds of a number; at least one of them is given. */
export interface Range {
  readonly field: string;
  readonly gte?: number | undefined;
  readonly gt?: number | undefined;
  readonly lte?: number | undefined;
  readonly lt?: number | undefined;
}

/** A condition on one field of a document. */
export type FieldCondition =
  /** The field has one of these values. */
  | { readonly field: string; readonly any_of: readonly string[] }
  /** The field has a value. */
  | { readonly exists: { readonly field: string } }
  /** The field has a number within the bounds. */
  | { readonly range: Range };

/** A condition on the documents of a source. */
export type Condition =
  | FieldCondition
  | { readonly not: Condition }
  | { readonly and: readonly Condition[] }
  | { readonly or: readonly Condition[] };

/**
 * Which documents belong to a source: those that meet the condition, or all conditions of the list.
 */
export type Filter = readonly Condition[] | Condition;

/** The name of a field. */
export const fieldSchema = z.string().min(1).max(256);

const bound = z.number().min(-Number.MAX_VALUE).max(Number.MAX_VALUE).optional();

const rangeSchema = z
  .strictObject({ field: fieldSchema, gte: bound, gt: bound, lte: bound, lt: bound })
  .superRefine(({ gte, gt, lte, lt }, context) => {
    const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
    const [low, high] = [gte ?? gt, lte ?? lt];
    if (low === undefined && high === undefined) refuse('name one of gte, gt, lte, lt');
    if (gte !== undefined && gt !== undefined) refuse('name gte or gt, not both');
    if (lte !== undefined && lt !== undefined) refuse('name lte or lt, not both');
    if (low === undefined || high === undefined) return;
    const isOpen = gt !== undefined || lt !== undefined;
    if (low > high || (low === high && isOpen)) refuse('no number is within these bounds');
  });

const onField = [
  z.strictObject({ field: fieldSchema, any_of: z.array(z.string().max(256)).min(1).max(100) }),
  z.strictObject({ exists: z.strictObject({ field: fieldSchema }) }),
  z.strictObject({ range: rangeSchema }),
] as const;

const innermost: z.ZodType<Condition> = z.union(onField, {
  error: 'name field and any_of, exists, or range; not, and, or cannot be nested more deeply',
});

/** Conditions whose nested conditions have another schema. */
function around(within: z.ZodType<Condition>): z.ZodType<Condition> {
  const group = z.array(within).min(1).max(MOST_IN_GROUP);
  return z.union(
    [
      ...onField,
      z.strictObject({ not: within }),
      z.strictObject({ and: group }),
      z.strictObject({ or: group }),
    ],
    { error: 'name one of: field and any_of, exists, range, not, and, or' },
  );
}

const third = around(innermost);
const second = around(third);

/** A condition. Groups can be nested three deep at most, so that any input can be read. */
export const conditionSchema = around(second);

/** The schemas of conditions by depth, the outermost first. */
export const conditionSchemas = [conditionSchema, second, third, innermost] as const;

function countAll(conditions: readonly Condition[]): number {
  return conditions.reduce((sum, one) => sum + countConditions(one), 0);
}

function countConditions(condition: Condition): number {
  if ('not' in condition) return countConditions(condition.not);
  if ('and' in condition) return countAll(condition.and);
  return 'or' in condition ? countAll(condition.or) : 1;
}

/** The conditions that all must be met. */
export function conditionsOf(filter: Filter): readonly Condition[] {
  if (Array.isArray(filter)) return filter as readonly Condition[];
  const only = filter as Condition;
  return 'and' in only ? only.and : [only];
}

export const filterSchema: z.ZodType<Filter> = z
  .union([z.array(conditionSchema).max(MOST_IN_GROUP), conditionSchema], {
    error: 'must be a list of conditions, or one condition',
  })
  .refine(
    (filter) => countAll(conditionsOf(filter)) <= MOST_CONDITIONS,
    `at most ${MOST_CONDITIONS} conditions in all`,
  );
