import {
  pruneKept,
  type JournalPlaces,
  type KeptKind,
  type Outdated,
  type Removal,
  type RetentionPorts,
} from './prune_kept';
import { prunedWords } from './pruned_words';

const { signal } = new AbortController();
const NOTHING: Removal = { removed: 0, rewritten: [], problem: null };
const request = {
  scope: 'default',
  settings: { zone: 'UTC', retention: { days: 400, series_days: 92 } },
  now: new Date('2026-11-28T10:00:00Z'),
};

interface World {
  readonly answers?: Partial<Record<KeptKind, Removal>>;
  readonly entries?: readonly JournalPlaces[];
  readonly gone?: readonly string[];
}

function worldOf({ answers = {}, entries = [], gone = [] }: World) {
  const asked: [KeptKind, Outdated][] = [];
  const looked: string[] = [];
  const removed: string[] = [];
  const ports: RetentionPorts = {
    daysAtWork: () => Promise.resolve([]),
    removeOutdated: (kind, outdated) => {
      asked.push([kind, outdated]);
      return Promise.resolve(answers[kind] ?? NOTHING);
    },
    journal: async function* () {
      yield await Promise.resolve(entries);
    },
    isGone: (index) => {
      looked.push(index);
      return Promise.resolve(gone.includes(index));
    },
    removeEntries: (some) => {
      removed.push(...some.map(({ id }) => id));
      return Promise.resolve({ ...NOTHING, removed: some.length });
    },
  };
  return { ports, asked, looked, removed };
}

const entry = (id: string, ...indices: string[]): JournalPlaces => ({
  id,
  version: '1:1',
  indices,
});

describe('pruneKept', () => {
  it('removes runs first, then what belongs to them, series sooner than the rest', async () => {
    const { ports, asked } = worldOf({});
    await pruneKept(request, ports, signal);
    expect(asked.map(([kind, { before }]) => [kind, before])).toEqual([
      ['runs', '2025-10-24'],
      ['findings', '2025-10-24'],
      ['series', '2026-08-28'],
      ['counts', '2025-10-24'],
    ]);
  });

  it('leaves a run that is begun again at this moment its findings and series', async () => {
    const runs = { ...NOTHING, rewritten: ['run 1'] };
    const { ports, asked } = worldOf({ answers: { runs } });
    await pruneKept(request, ports, signal);
    const kept = new Map(asked.map(([kind, { except }]) => [kind, except]));
    expect([kept.get('findings'), kept.get('series')]).toEqual([['run 1'], ['run 1']]);
  });

  it('removes journal entries only when every index of their documents is gone', async () => {
    const entries = [
      entry('all gone', 'a', 'b'),
      entry('some gone', 'a', 'c'),
      entry('there', 'c'),
      entry('without documents'),
    ];
    const { ports, removed, looked } = worldOf({ entries, gone: ['a', 'b'] });
    const pruned = await pruneKept(request, ports, signal);
    expect(removed).toEqual(['all gone']);
    expect(pruned.removed.journal).toBe(1);
    expect(looked).toEqual(['a', 'b', 'c']);
  });

  it('continues after a refusal, and reports it', async () => {
    const findings = { removed: 2, rewritten: [], problem: 'delete is not allowed' };
    const counts = { removed: 5, rewritten: [], problem: null };
    const { ports } = worldOf({ answers: { findings, counts } });
    const pruned = await pruneKept(request, ports, signal);
    expect(pruned.removed).toEqual({ runs: 0, findings: 2, series: 0, counts: 5, journal: 0 });
    expect(prunedWords(pruned)).toBe(
      '7 outdated documents of Logwave removed, outdated documents stay (logwave-findings: delete is not allowed)',
    );
  });

  it('has nothing to say where nothing was outdated', async () => {
    const { ports } = worldOf({});
    expect(prunedWords(await pruneKept(request, ports, signal))).toBeNull();
  });
});
