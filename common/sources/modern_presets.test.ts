import { presetDocuments, valuesAt } from '../../test/fixtures/preset_documents';
import { matchesPattern } from './matches_pattern';
import { meetsFilter } from './meets_filter';
import { modernSources } from './modern_presets';
import { presetSources } from './presets';
import { sourceSchema, type Source } from './source';

function isOfIndex(index: string, { index: patterns }: Source): boolean {
  return patterns.split(',').some((pattern) => matchesPattern(index, pattern));
}

/** For each preset that counts the document, the series. */
function countedBy(index: string, document: unknown): Record<string, string[]> {
  const reaching = modernSources.filter((source) => isOfIndex(index, source));
  const counting = reaching.flatMap((source) => {
    const values = source.subtype_fields.map((field) => valuesAt(document, field)[0]);
    const isCounted =
      valuesAt(document, source.time_field).length > 0 &&
      meetsFilter(source.filter, (field) => valuesAt(document, field)) &&
      values.every((value) => value !== undefined);
    return isCounted ? [[source.id, values.map(String)] as const] : [];
  });
  return Object.fromEntries(counting);
}

describe('the presets of current shippers', () => {
  it.each(presetDocuments)('count a document of $index for its series', (one) => {
    expect(countedBy(one.index, one.document)).toEqual(one.counted);
  });

  it('have each a document of the real shape', () => {
    const shown = new Set(presetDocuments.flatMap(({ counted }) => Object.keys(counted)));
    expect(modernSources.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  it('are off, valid, and have ids of their own', () => {
    expect(modernSources.filter(({ enabled }) => enabled)).toEqual([]);
    for (const source of presetSources) expect(sourceSchema.parse(source)).toEqual(source);
    expect(new Set(presetSources.map(({ id }) => id)).size).toBe(presetSources.length);
  });
});
