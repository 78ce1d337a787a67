import { z } from 'zod';

/** Mappings come back with true and false, dynamic templates as they were written. */
const flag = z
  .union([z.boolean(), z.enum(['true', 'false'])])
  .transform((value) => value === true || value === 'true');
const texts = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const subFieldSchema = z.object({
  /** Absent if it is an object. */
  type: z.string().optional(),
  index: flag.optional(),
  doc_values: flag.optional(),
  ignore_above: z.coerce.number().optional(),
  enabled: flag.optional(),
  /** Of a runtime field. */
  script: z.unknown().optional(),
});
const fieldSchema = subFieldSchema.extend({
  fields: z.record(z.string(), subFieldSchema).optional(),
});

const templateSchema = z.object({
  match: texts.optional(),
  unmatch: texts.optional(),
  path_match: texts.optional(),
  path_unmatch: texts.optional(),
  match_pattern: z.string().optional(),
  match_mapping_type: texts.optional(),
  unmatch_mapping_type: texts.optional(),
  mapping: fieldSchema.optional(),
  runtime: subFieldSchema.optional(),
});

const mappingsSchema = z.object({
  enabled: flag.optional(),
  dynamic: z.union([z.boolean(), z.string()]).transform(String).optional(),
  dynamic_templates: z.array(z.record(z.string(), templateSchema)).optional(),
  _source: z
    .object({
      enabled: flag.optional(),
      mode: z.string().optional(),
      includes: z.array(z.string()).optional(),
      excludes: z.array(z.string()).optional(),
    })
    .optional(),
  properties: z.object({ tags: fieldSchema.optional() }).optional(),
  runtime: z.object({ tags: subFieldSchema.optional() }).optional(),
});

/** The parts of an index's mapping and settings that decide whether its documents can be tagged. */
export const indexShapeSchema = z.object({
  mappings: mappingsSchema.default({}),
  /** By their full names, such as `index.mapping.ignore_above`; values are texts. */
  settings: z.record(z.string(), z.unknown()).default({}),
});

export type IndexShape = z.output<typeof indexShapeSchema>;
export type MappedField = z.output<typeof fieldSchema>;
export type DynamicTemplate = z.output<typeof templateSchema>;

/** The requested parts of an index, so that a mapping of thousands of fields is not sent. */
export const SHAPE_PATHS = [
  ...['_source', 'dynamic', 'enabled', 'dynamic_templates', 'properties.tags', 'runtime.tags'].map(
    (path) => `*.mappings.${path}`,
  ),
  '*.settings',
];

/** A setting of the index as text; undefined if it is not set. */
export function settingOf({ settings }: IndexShape, name: string): string | undefined {
  const value = settings[name];
  return typeof value === 'string' ? value : undefined;
}
