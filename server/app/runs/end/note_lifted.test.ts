import { parseSettings } from '../../../../common/settings/parse_settings';
import { fakeLedger } from '../../../../test/fixtures/fake_ledger';
import { Contention } from '../../basics/contention';
import type { Run } from '../run';
import { startedRun } from '../started_run';
import { noteLifted } from './note_lifted';

const { signal } = new AbortController();
const DAY = '2026-11-27';
const RUN_ID = `default:${DAY}:UTC`;
const KEPT = { lifted: ['web1 of syslog'], silent: [] };
const TOO_OFTEN = 50;

function runThat(status: Run['status']): Run {
  const parsed = parseSettings({ zone: 'UTC' });
  if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
  const started = startedRun({
    day: DAY,
    scope: 'default',
    settings: parsed.settings,
    now: new Date('2026-11-28T06:00:00.000Z'),
    attempt: 'a',
    started_by: null,
    origin: 'schedule',
  });
  return { ...started, status };
}

/** A ledger with a run, which others change before each of so many writes. */
function ledgerWith(run: Run, changes: number) {
  const ledger = fakeLedger();
  ledger.runs.set(RUN_ID, { run, version: '1' });
  const writes: (string | null)[] = [];
  const write: typeof ledger.write = (wished, version, over) => {
    writes.push(version);
    if (writes.length > TOO_OFTEN) throw new Error(`written ${writes.length} times`);
    if (writes.length <= changes) {
      const found = ledger.runs.get(RUN_ID);
      const next = String(Number(found?.version) + 1);
      ledger.runs.set(RUN_ID, { run: { ...run, tagged: writes.length }, version: next });
    }
    return ledger.write(wished, version, over);
  };
  return { ...ledger, write, writes };
}

describe('noteLifted', () => {
  it('keeps what others have written meanwhile', async () => {
    const ledger = ledgerWith(runThat('analyzed'), 2);
    await noteLifted(ledger, RUN_ID, KEPT, signal);
    expect(ledger.runs.get(RUN_ID)?.run).toMatchObject({
      ...{ status: 'analyzed', tagged: 2, lifted_silences: KEPT.lifted },
    });
  });

  it('gives up if others keep changing the run, and says so', async () => {
    const ledger = ledgerWith(runThat('analyzed'), Infinity);
    const noting = noteLifted(ledger, RUN_ID, KEPT, signal);
    await expect(noting).rejects.toBeInstanceOf(Contention);
    await expect(noting).rejects.toThrow(
      `the run ${RUN_ID} cannot be saved, because others keep changing it: try again`,
    );
  });

  it.each([
    ['is under way', runThat('running'), KEPT],
    ['is being canceled', runThat('canceling'), KEPT],
    ['has nothing to note', runThat('analyzed'), { lifted: [], silent: [] }],
  ])('writes nothing into a run that %s', async (_state, run, kept) => {
    const ledger = ledgerWith(run, 0);
    await noteLifted(ledger, RUN_ID, kept, signal);
    expect(ledger.writes).toEqual([]);
  });

  it('notes nothing of a day without a run', async () => {
    const ledger = fakeLedger();
    await noteLifted(ledger, RUN_ID, KEPT, signal);
    expect(ledger.runs.size).toBe(0);
  });
});
