import { z } from 'zod';
import { filterSchema, type Source } from '../../../common/sources';
import type { Run } from './run';
import { stableJson } from '../basics';
import type { RunRequest } from './started_run';

/** What decides which documents a source counts, for which series. */
const definitionSchema = z.object({
  index: z.string(),
  filter: filterSchema,
  time_field: z.string(),
  subtype_fields: z.array(z.string()),
});
const settingsSchema = z.object({ sources: z.array(z.looseObject({ id: z.string() })) });

function definitionOf(source: unknown): { index: string; text: string } | undefined {
  const { data } = definitionSchema.safeParse(source);
  return data && { index: data.index, text: stableJson(data) };
}

/** How the settings that a run was assessed by define a source; undefined if they are not known. */
export function definitionIn(settings: unknown, id: string) {
  const sources = settingsSchema.safeParse(settings).data?.sources ?? [];
  return definitionSchema.safeParse(sources.find((source) => source.id === id)).data;
}

/**
 * Why a run must not replace the results of an earlier attempt for a source: that attempt defines
 * the source differently, so its result is about other documents. It is replaced only on request:
 * on the page, which says that the settings have changed since, or by an option.
 *
 * @param run with the results it keeps
 * @returns in a phrase; undefined if the results may be replaced
 */
export function otherDefinition(
  source: Source,
  { earlier = [] }: Pick<Run, 'earlier'>,
  { is_replacing: isReplacing = false }: Pick<RunRequest, 'is_replacing'>,
): string | undefined {
  if (isReplacing) return undefined;
  const held = earlier.find(({ source_results: results }) =>
    results.some(({ source: id }) => id === source.id),
  );
  const known = settingsSchema.safeParse(held?.settings).data?.sources ?? [];
  const before = definitionOf(known.find(({ id }) => id === source.id));
  const now = definitionOf(source);
  if (before === undefined || now === undefined || before.text === now.text) return undefined;
  const where = before.index === now.index ? 'otherwise' : `on "${before.index}"`;
  return `other settings define "${source.id}" ${where}, and their result of the day is kept: give one of the two another id; to replace it, analyze the day on the page, or with --replace`;
}
