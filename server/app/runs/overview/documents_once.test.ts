import { conditionsOf, presetSources, type Source } from '../../../../common/sources';
import { localDay } from '../../../../common/time';
import { documentsOnce, sumOnce } from './documents_once';
import type { OverviewPorts } from './overview_ports';

const day = localDay('2026-11-27', 'UTC');
const signal = new AbortController().signal;
const preset = (id: string, parts: Partial<Source> = {}): Source => {
  const found = presetSources.find((source) => source.id === id);
  if (found === undefined) throw new Error(`no preset ${id}`);
  return { ...found, ...parts };
};
const counted = (documents: number, id: string, parts: Partial<Source> = {}) => ({
  source: preset(id, parts),
  documents,
});
const finding = (value: number): Pick<OverviewPorts, 'documentsOnce'> => ({
  documentsOnce: () => Promise.resolve({ state: 'known', value }),
});

describe('documentsOnce', () => {
  it('counts documents once that two sources count by different fields, without asking', async () => {
    const ports = { documentsOnce: jest.fn() };
    const both = [counted(72, 'syslog'), counted(72, 'syslog_program')];
    expect(await documentsOnce(both, day, ports, signal)).toBe(72);
    const all = [...both, counted(72, 'shippers')];
    expect(await documentsOnce(all, day, ports, signal)).toBe(72);
    expect(ports.documentsOnce).not.toHaveBeenCalled();
  });

  it('asks where conditions may overlap', async () => {
    const sshd = counted(30, 'syslog', { filter: [{ field: 'program', any_of: ['sshd'] }] });
    const all = [counted(72, 'syslog'), sshd];
    expect(await documentsOnce(all, day, finding(72), signal)).toBe(72);
  });

  it('adds up the counts of the sources if the logs have expired, or cannot be searched', async () => {
    const kept = [counted(72, 'syslog'), counted(30, 'postfix')];
    expect(await documentsOnce(kept, day, finding(0), signal)).toBe(102);
    const unknown: Pick<OverviewPorts, 'documentsOnce'> = {
      documentsOnce: () => Promise.resolve({ state: 'unknown', reason: 'a shard failed' }),
    };
    expect(await documentsOnce(kept, day, unknown, signal)).toBe(102);
    expect(await documentsOnce(kept, day, undefined, signal)).toBe(102);
  });
});

describe('sumOnce', () => {
  it('leaves documents of narrower conditions out, and none of another index', () => {
    const narrow = {
      filter: [...conditionsOf(preset('suricata').filter), { field: 'host', any_of: ['a'] }],
    };
    expect(sumOnce([counted(9, 'suricata'), counted(4, 'suricata', narrow)])).toBe(9);
    expect(sumOnce([counted(9, 'suricata'), counted(4, 'suricata', { index: 'eve-*' })])).toBe(13);
    expect(sumOnce([{ source: undefined, documents: 1 }, counted(9, 'suricata')])).toBe(10);
  });
});
