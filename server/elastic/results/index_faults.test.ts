import type { estypes } from '@elastic/elasticsearch';
import { journalMapping } from './journal_mapping';
import { allSearchedFields, fieldFaults, hasWholeSource, stateFaults } from './index_faults';

const journal = { name: 'logwave-journal', mappings: journalMapping };
const asMade: estypes.IndicesIndexState = {
  mappings: { ...journalMapping, dynamic: 'false' },
  settings: { index: { number_of_shards: '1', mode: 'standard', default_pipeline: '_none' } },
};

/** Faults of the journal with other mappings or settings than it was made with. */
function faultsWith(
  mappings: estypes.MappingTypeMapping,
  index: Readonly<Record<string, unknown>> = {},
): string[] {
  return stateFaults(journal, {
    mappings: { ...asMade.mappings, ...mappings },
    settings: { index: { ...asMade.settings?.index, ...index } },
  });
}

function capability(type: string, isSearchable = true) {
  return { [type]: { type, searchable: isSearchable, aggregatable: true } };
}
type Types = Parameters<typeof fieldFaults>[2];

describe('fieldFaults', () => {
  const right = Object.fromEntries(
    Object.entries(journalMapping.properties ?? {}).flatMap(([name, property]) =>
      property.type === undefined || property.type === 'object'
        ? []
        : [[name, capability(property.type)]],
    ),
  ) as Types;

  it('finds nothing wrong with fields that are as they must be, or that came later', () => {
    const { batch, ...earlier } = right;
    expect(batch).toBeDefined();
    expect(fieldFaults(journal, journal.name, right)).toEqual([]);
    expect(fieldFaults(journal, journal.name, earlier)).toEqual([]);
  });

  it('names each field that is of another type, missing or not searchable', () => {
    const { scope, ...others } = right;
    expect(scope).toBeDefined();
    const wrong = {
      ...others,
      run_id: capability('text'),
      batch: capability('long'),
      tag: capability('keyword', false),
    } as unknown as Types;
    expect(fieldFaults(journal, journal.name, wrong)).toEqual([
      '"scope" is not mapped',
      '"run_id" is text, not keyword',
      '"tag" cannot be searched',
      '"batch" is long, not integer',
    ]);
  });

  it('asks for fields within objects, and for the key of an index without searched fields', () => {
    const mappings: estypes.MappingTypeMapping = {
      properties: {
        usual: { properties: { low: { type: 'double' } } },
        series: { type: 'object', enabled: false },
      },
    };
    expect(allSearchedFields([{ name: 'one', mappings }])).toEqual(['scope', 'usual.low']);
  });
});

describe('stateFaults', () => {
  it('finds nothing wrong with an index as it was made, nor with what harms nothing', () => {
    expect(stateFaults(journal, asMade)).toEqual([]);
    expect(stateFaults(journal, { aliases: { all: {} }, mappings: asMade.mappings ?? {} })).toEqual(
      [],
    );
    const more = { ...journalMapping.properties, host: { type: 'keyword' as const } };
    const harmless = { codec: 'best_compression', lifecycle: { name: 'a year' }, hidden: 'true' };
    expect(faultsWith({ properties: more }, harmless)).toEqual([]);
  });

  it.each([
    [{ _source: { enabled: false } }, '"_source" is switched off'],
    [{ _source: { excludes: ['hits', 'series'] } }, '"_source" leaves out hits, series'],
    [{ _source: { includes: ['tag'] } }, '"_source" holds no more than tag'],
    [{ _source: { mode: 'synthetic' } }, '"_source" is synthetic'],
    [{ _routing: { required: true } }, 'each document needs a routing'],
    [{ dynamic: 'strict' }, 'it refuses fields that it does not know'],
    [
      { properties: { ...journalMapping.properties, hits: { type: 'keyword' } } },
      '"hits" is indexed, not only stored',
    ],
  ])('names what a mapping of %j loses', (mappings, fault) => {
    expect(faultsWith(mappings as estypes.MappingTypeMapping)).toEqual([fault]);
  });

  it('names objects that a mapping without ours would grow fields for', () => {
    expect(stateFaults(journal, { mappings: {} })).toEqual([
      '"series" is indexed, not only stored',
      '"hits" is indexed, not only stored',
    ]);
  });

  it.each([
    [{ mode: 'logsdb' }, 'its mode is logsdb'],
    [{ mapping: { source: { mode: 'synthetic' } } }, '"_source" is synthetic'],
    [{ number_of_shards: '3' }, 'it has 3 shards, not one'],
    [{ default_pipeline: 'geo' }, 'documents pass the pipeline "geo"'],
    [{ final_pipeline: 'drop' }, 'documents pass the pipeline "drop"'],
  ])('names what a setting of %j does', (settings, fault) => {
    expect(faultsWith({}, settings)).toEqual([fault]);
  });
});

describe('hasWholeSource', () => {
  it('says whether documents can be copied without loss', () => {
    expect(hasWholeSource(asMade)).toBe(true);
    expect(hasWholeSource({ mappings: { _source: { excludes: ['hits'] } } })).toBe(false);
    const settings = { index: { mapping: { source: { mode: 'synthetic' } } } };
    expect(hasWholeSource({ settings: settings as never })).toBe(false);
  });
});
