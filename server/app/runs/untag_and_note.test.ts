import { parseSettings } from '../../../common/settings/parse_settings';
import { fakeLedger } from '../../../test/fixtures/fake_ledger';
import { fakeTagging } from '../../../test/fixtures/tagging_fake';
import { startedRun } from './started_run';
import { untagAndNote } from './untag_and_note';

const { signal } = new AbortController();
const DAY = '2026-11-27';
const RUN_ID = `default:${DAY}:UTC`;

describe('untagAndNote', () => {
  it('notes what is left also in a run that somebody else changes at this moment', async () => {
    const parsed = parseSettings({ zone: 'UTC' });
    if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
    const asked = { day: DAY, scope: 'default', settings: parsed.settings, attempt: 'a' };
    const now = new Date('2026-11-28T06:00:00.000Z');
    const started = startedRun({ ...asked, now, started_by: null, origin: 'user' });
    const run = { ...started, status: 'analyzed', tagged: 3 } as const;
    const ledger = fakeLedger();
    ledger.runs.set(RUN_ID, { run, version: '1' });
    const fake = fakeTagging([]);
    fake.onCall = (call) => {
      const changed = { ...run, lifted_silences: ['web1 of syslog'] };
      // Between reading and writing the run, late data lifts a silence of its day.
      if (call === 'count' && ledger.runs.get(RUN_ID)?.version === '1') {
        ledger.runs.set(RUN_ID, { run: changed, version: '2' });
      }
    };
    await untagAndNote({ scope: 'default', day: DAY }, { ...fake.ports, ledger }, signal);
    expect(ledger.runs.get(RUN_ID)?.run).toMatchObject({
      ...{ tagged: null, lifted_silences: ['web1 of syslog'] },
    });
  });
});
