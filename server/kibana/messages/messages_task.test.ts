import type { Client } from '@elastic/elasticsearch';
import { FakeSavedObjects } from '../../../test/fixtures/fake_saved_objects';
import type { Looker } from '../../wiring';
import { NO_SCHEDULE } from '../schedule/schedule_record';
import { KEY_EXPIRED, type TaskIdentity } from '../schedule/task_identity';
import { messagesTask } from './messages_task';
import { createSavedLedger } from './saved_ledger';

jest.mock(
  '@kbn/config-schema',
  () => jest.requireActual<object>('../../../test/contract/fake_config_schema'),
  {
    virtual: true,
  },
);

const { signal } = new AbortController();
const TASK = { id: 'logwave:messages', taskType: 'logwave:messages', params: {}, state: {} };
const ON = { ...NO_SCHEDULE, enabled: true, user: 'ana' };

async function runOnce(
  part: { isOn?: boolean; hasChannels?: boolean; identity?: TaskIdentity; fault?: Error } = {},
) {
  const { isOn = true, hasChannels = true, fault } = part;
  const lookers: Looker[] = [];
  const warnings: string[] = [];
  const identity: TaskIdentity = part.identity ?? { state: 'ready', client: {} as Client };
  const task = messagesTask(() =>
    Promise.resolve({
      schedule: () => Promise.resolve(isOn ? ON : NO_SCHEDULE),
      identity: () => Promise.resolve(identity),
      hasChannels,
      look: (looker) => {
        lookers.push(looker);
        return fault === undefined ? Promise.resolve() : Promise.reject(fault);
      },
      log: { info: () => undefined, warn: (words) => warnings.push(words) },
    }),
  );
  const result = await task.createTaskRunner({ taskInstance: TASK }).run();
  expect(result).toEqual({ state: {} });
  return { lookers, warnings };
}

describe('the task that sends messages', () => {
  it('looks in the name of the user of the schedule', async () => {
    expect((await runOnce()).lookers).toMatchObject([{ name: 'ana' }]);
  });

  it('checks even if the key of the schedule no longer works, with the reason', async () => {
    const identity = { state: 'refused', reason: KEY_EXPIRED } as const;
    expect((await runOnce({ identity })).lookers).toEqual([{ refused: KEY_EXPIRED }]);
  });

  it('does nothing while the schedule is off, or on a node without channels', async () => {
    expect((await runOnce({ isOn: false })).lookers).toEqual([]);
    expect((await runOnce({ hasChannels: false })).lookers).toEqual([]);
  });

  it('says what went wrong, and runs again', async () => {
    const { warnings } = await runOnce({ fault: new Error('no') });
    expect(warnings).toEqual(['messages cannot be sent: no']);
  });
});

describe('the ledger in saved objects', () => {
  it('is written by one of two who have read the same', async () => {
    const repository = new FakeSavedObjects();
    const [one, other] = [createSavedLedger(repository), createSavedLedger(repository)];
    for (let round = 0; round < 2; round += 1) {
      const [mine, theirs] = [await one.read('mail', signal), await other.read('mail', signal)];
      expect(await one.write('mail', mine.ledger, mine.version, signal)).toBeDefined();
      expect(await other.write('mail', theirs.ledger, theirs.version, signal)).toBeUndefined();
    }
  });

  it('begins again if the stored state cannot be read', async () => {
    const repository = new FakeSavedObjects();
    await repository.create('logwave-deliveries', { version: 9 }, { id: 'mail' });
    const { ledger, version } = await createSavedLedger(repository).read('mail', signal);
    expect(ledger.deliveries).toEqual([]);
    expect(
      await createSavedLedger(repository).write('mail', ledger, version, signal),
    ).toBeDefined();
  });
});
