import { namedFields, presetSources, type Source } from '../../../../common/sources';
import { localDay } from '../../../../common/time';
import type { Unmatched } from '../../counting';
import type { OverviewPorts } from './overview_ports';
import { unmatchedNotes, type MatchedSource } from './unmatched_sources';

const day = localDay('2026-11-27', 'UTC');
const signal = new AbortController().signal;
const enabled = presetSources.filter((source) => source.enabled);

/** What the indices have: documents by the id of the preset that fits them, and fields of documents. */
function ports(fitting: Record<string, number>, stored: readonly string[] = []): OverviewPorts {
  return {
    documentsOnce: () => Promise.resolve({ state: 'known', value: 0 }),
    sharedIndices: () => Promise.resolve({ state: 'known', value: [] }),
    fittingSources: (sources) =>
      Promise.resolve(
        sources.flatMap((source) => {
          const documents = fitting[source.id] ?? 0;
          return documents > 0 ? [{ source, documents }] : [];
        }),
      ),
    storedFields: (_source, fields) =>
      Promise.resolve(fields.filter((field) => stored.includes(field))),
  };
}

function lacking({ filter, subtype_fields: subtypes }: Source): Unmatched {
  const unmapped = [...namedFields(filter).map(({ field }) => field), ...subtypes];
  return { documents: 88, unmapped, unusable: null, was_matched: false };
}
const all = (unmatched: (source: Source) => Unmatched | undefined): MatchedSource[] =>
  enabled.map((source) => ({ source, unmatched: unmatched(source) }));
const ids = (sources: readonly Source[]) => sources.map(({ id }) => id);

describe('unmatchedNotes', () => {
  it('names the missing field and the preset that fits if no source finds anything', async () => {
    const found = { syslog_ecs: 88, shippers_ecs: 88, events: 80 };
    const notes = await unmatchedNotes(all(lacking), enabled, day, ports(found), signal);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ isFault: true });
    expect(ids(notes[0]?.sources ?? [])).toEqual(ids(enabled));
    expect(notes[0]?.words).toBe(
      'none of the 88 documents in "logstash-*" on this day is in a series, because no index has the field "type". The preset syslog_ecs ("Syslog by severity (ECS)") fits, because the documents have the field "log.syslog.severity.code": enable it with the index "logstash-*"',
    );
  });

  it('names presets that fit any logs if no other fits', async () => {
    const notes = await unmatchedNotes(
      all(lacking),
      enabled,
      day,
      ports({ shippers_ecs: 88, events: 80 }),
      signal,
    );
    expect(notes[0]?.words).toContain(
      'The presets shippers_ecs ("Events of each host (ECS)") and events ("Any event by dataset and action") fit, because the documents have their fields: enable one of them',
    );
  });

  it('says that documents have a field which no index maps', async () => {
    const notes = await unmatchedNotes(all(lacking), enabled, day, ports({}, ['type']), signal);
    expect(notes[0]).toMatchObject({ isFault: true });
    expect(notes[0]?.words).toContain(
      'documents have the field "type", but no index maps it, so searches cannot find it: map it as keyword',
    );
  });

  it('is silent of a kind of log that is not there while others are', async () => {
    const counted = all((source) => (source.id === 'syslog' ? undefined : lacking(source)));
    const found = { shippers_ecs: 88, events: 80 };
    expect(await unmatchedNotes(counted, enabled, day, ports(found), signal)).toEqual([]);
  });

  it('names the preset of the same kind though other sources find something', async () => {
    const counted = all((source) => (source.id === 'syslog' ? undefined : lacking(source)));
    const found = { suricata_filebeat: 7, events: 80 };
    const notes = await unmatchedNotes(counted, enabled, day, ports(found), signal);
    expect(notes.map(({ sources, isFault }) => [ids(sources), isFault])).toEqual([
      [['suricata'], true],
    ]);
    expect(notes[0]?.words).toContain('The preset suricata_filebeat');
  });

  it('says about a quiet source with all its fields that nothing matches, which is not a fault', async () => {
    const quiet = { documents: 10_000, unmapped: [], unusable: null, was_matched: false };
    const [source] = enabled;
    const counted = source === undefined ? [] : [{ source, unmatched: quiet }];
    const notes = await unmatchedNotes(counted, enabled, day, ports({ events: 9 }), signal);
    expect(notes).toMatchObject([{ isFault: false }]);
    expect(notes[0]?.words).toContain('no document has the values of the filter');
    const before = [{ source: enabled[0] as Source, unmatched: { ...quiet, was_matched: true } }];
    expect(await unmatchedNotes(before, enabled, day, ports({ events: 9 }), signal)).toEqual([]);
  });

  it('says that nothing was understood, which is a fault though the fields are mapped', async () => {
    const unread = { documents: 88, unmapped: [], unusable: null, was_matched: false };
    const counted = all(() => unread);
    const found = { not_understood: 88, shippers: 88 };
    const notes = await unmatchedNotes(counted, enabled, day, ports(found), signal);
    expect(notes).toMatchObject([{ isFault: true }]);
    expect(notes[0]?.words).toBe(
      'none of the 88 documents in "logstash-*" on this day is in a series, because none was understood when it was read: all have a tag such as "_parsefailure" or "_grokparsefailure"',
    );
    const some = await unmatchedNotes(counted, enabled, day, ports({ not_understood: 87 }), signal);
    expect(some).toMatchObject([{ isFault: false }]);
  });

  it('says why fields cannot be used', async () => {
    const unusable = 'the field "severity" of the source "syslog" is mapped as text in logs-1: …';
    const counted = all((source) => ({ ...lacking(source), unusable }));
    const notes = await unmatchedNotes(counted, enabled, day, ports({}, ['type']), signal);
    expect(notes[0]?.words).toContain(`because ${unusable}`);
  });
});
