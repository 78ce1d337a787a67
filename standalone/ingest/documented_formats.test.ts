import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { presetSources } from '../../common/sources';
import type { LogDocument, RecordFormat } from './documents/log_document';
import type { IdentifiedDocument } from './documents/make_documents';
import { readRecords } from './read_records';

const page = readFileSync(join(__dirname, '../../docs/formats.md'), 'utf8');
const origin = {
  path: 'log',
  host: 'this-machine',
  zone: 'UTC',
  now: Date.parse('2026-11-28T12:00:00Z'),
};
const TIME = 'Nov 24 10:00:29';

/** All formats: the compiler wants each of them here. */
const FORMATS: Readonly<Record<RecordFormat, true>> = {
  syslog: true,
  'syslog with ISO time': true,
  'syslog RFC 5424': true,
  'syslog with Suricata event': true,
  'key=value of a firewall': true,
  'journal JSON': true,
  'journal export': true,
  'OSSEC or Wazuh JSON': true,
  'OSSEC or Wazuh log': true,
  'Suricata eve.json': true,
};

function read(record: string): IdentifiedDocument {
  const [made] = readRecords([record], origin);
  if (made === undefined) throw new Error('no document was made');
  return made;
}

/** The rows of the table whose first heading is this, each as its cells. */
function rowsOf(heading: string): string[][] {
  const from = page.indexOf(`\n| ${heading} |`);
  const table = page.slice(from + 1, page.indexOf('\n\n', from + 1)).split('\n');
  return table.slice(2).map((row) => row.split(/(?<!\\) ?\| ?/).slice(1, -1));
}

const examplesIn = (cell = ''): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text.replace(/\\\|/g, '|'));
const column = (heading: string, at: number): string[] =>
  rowsOf(heading).flatMap((cells) => examplesIn(cells[at]));

/** Records of several lines begin with a star or an underscore; else each line is a record. */
const blocks = [...page.matchAll(/```\n([^]*?)\n```/g)].flatMap(([, text = '']) =>
  /^(?:\*\*|__)/.test(text) ? [text] : text.split('\n'),
);

const times = column('time', 0).map((time) => `${time} host program[7]: text`);
/** Some examples have a time and a priority of their own. */
const HAS_TIME = /^<\d+>(?:\d|Nov)/;
const origins = column('origin', 0)
  .map((text) => text.replace('[pid]', '[7]'))
  .map((text) => (HAS_TIME.test(text) ? text : `${TIME} ${text}`));
const understood = [...times, ...origins, ...blocks];

const kept = column('kept at the time that they say', 1);
const untimed = column('kept at the time of the line before', 1);

describe('the page of formats', () => {
  it('has examples in each table, and one of each format', () => {
    expect(times.length).toBeGreaterThan(8);
    expect(origins.length).toBeGreaterThan(40);
    expect(kept.length).toBeGreaterThan(40);
    expect(untimed.length).toBeGreaterThan(8);
    const formats = new Set(understood.map((record) => read(record).format));
    expect([...formats].sort()).toEqual(Object.keys(FORMATS).sort());
  });

  it.each(understood)(
    'says about this that it is read, with the parts that it names: %s',
    (record) => {
      const { document, format, instant } = read(record);
      expect(format).toBeDefined();
      expect(new Date(instant ?? 0).toISOString()).toMatch(/^2026-11-24T(?:09|10):00:29/);
      const named: Partial<LogDocument> = {
        ...(/\bhost\b/.test(record) ? { host: 'host' } : {}),
        ...(/\bprogram\b/.test(record) ? { program: 'program' } : {}),
        ...(/\bprogram *\[7\]/.test(record) ? { pid: '7' } : {}),
      };
      expect(document).toMatchObject(named);
      expect(document.program ?? 'p').not.toMatch(/^(?:host|text)\b/);
    },
  );

  it.each(kept)('says about this that it keeps its own time: %s', (record) => {
    const { format, instant } = read(record);
    expect(format).toBeUndefined();
    expect(new Date(instant ?? 0).toISOString()).toMatch(/^2026-11-24T10:00:29/);
  });

  it.each(untimed)('says about this that it has no time: %s', (record) => {
    expect(read(record)).toMatchObject({ format: undefined, instant: undefined });
  });
});

describe('its table of index shapes', () => {
  interface Shape {
    readonly id: string;
    readonly enabled: boolean;
    readonly index: string | undefined;
    readonly named: readonly string[];
  }
  let above: string | undefined;
  const shapes = rowsOf('preset').flatMap(([names = '', index, counted]): Shape[] => {
    const enabled = names.includes('(on)');
    above = index === 'the same' ? above : examplesIn(index)[0];
    return examplesIn(names).map((id) => ({
      id,
      enabled,
      index: above,
      named: examplesIn(counted),
    }));
  });
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
    a.id < b.id ? -1 : 1;

  it('has each preset, with its index and whether it is on', () => {
    const rows = shapes.map(({ id, enabled, index }) => ({ id, enabled, index }));
    const expected = presetSources.map(({ id, enabled, index }) => ({ id, enabled, index }));
    expect(rows.sort(byId)).toEqual(expected.sort(byId));
  });

  it.each(presetSources)('names the fields of $id', ({ id, subtype_fields: fields }) => {
    const { named } = shapes.find((shape) => shape.id === id) ?? {};
    expect(named).toEqual(expect.arrayContaining([...fields]));
  });
});
