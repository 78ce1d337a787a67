import type { AnswerOf, getSources, UsedSource } from '../../../common/api';

type Sources = AnswerOf<typeof getSources>;

/** Enabled sources whose logs the reader may not read, each with the missing privilege in words. */
export function forbiddenSources(sources: Sources | undefined): Sources['sources'] {
  return (sources?.sources ?? []).filter(({ state }) => state === 'forbidden');
}

/** The ids of `forbiddenSources`. Links to their documents would only be refused. */
export function forbiddenIds(sources: Sources | undefined): ReadonlySet<string> {
  return new Set(forbiddenSources(sources).map(({ source }) => source.id));
}

/** Those of some sources whose documents the reader may see. */
export function readableSources(
  sources: ReadonlyMap<string, UsedSource>,
  forbidden: ReadonlySet<string>,
): ReadonlyMap<string, UsedSource> {
  return new Map([...sources].filter(([id]) => !forbidden.has(id)));
}
