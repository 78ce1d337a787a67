import { Client } from '@elastic/elasticsearch';
import { createHostDocuments, createSettingsStore } from '../../../standalone/host';
import { MemoryCluster, memoryConnection } from '../../../standalone/memory';
import { parseSettings, type SettingsFile } from '../../../common/settings';
import {
  type FakeElasticsearch,
  fakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { listHistory } from './list_history';
import { saveSettings, type Saving } from './save_settings';

const { signal } = new AbortController();

function savingBy(author: string, at: string, client: Client, warnings: string[] = []): Saving {
  const now = new Date(at);
  const store = createSettingsStore(createHostDocuments(client), () => now);
  return { client, store, author, now, log: { warn: (line) => warnings.push(line) } };
}

describe('saving settings', () => {
  const Connection = memoryConnection(new MemoryCluster());
  const client = new Client({ node: 'http://in-memory.invalid', Connection });
  const save = async (saved: SettingsFile, by: Saving): Promise<void> => {
    const { version } = await by.store.load(signal);
    await saveSettings(saved, version, by, signal);
  };

  it('writes down who changed what, from what and to what', async () => {
    await save({ zone: 'UTC' }, savingBy('ana', '2026-11-26T08:00:00Z', client));
    const bo = savingBy('bo', '2026-11-26T09:00:00Z', client);
    await save({ zone: 'UTC', training: { days: 14 } }, bo);
    // What says the same with its defaults written out is not a change.
    await save({ zone: 'UTC', training: { days: 14 }, method: 'calibrated' }, bo);
    const entries = await listHistory(client, signal);
    expect(entries).toEqual([
      {
        ...{ at: '2026-11-26T09:00:00.000Z', author: 'bo', kind: 'settings', note: null },
        ...{ about: 'training.days', from: '31', to: '14' },
      },
      {
        ...{ at: '2026-11-26T08:00:00.000Z', author: 'ana', kind: 'settings', note: null },
        ...{ about: 'zone', from: null, to: '"UTC"' },
      },
    ]);
  });

  describe('by a user who may not write marks', () => {
    let fake: FakeElasticsearch | undefined;
    afterEach(async () => fake?.close());

    it('saves them all the same, and says that the history lacks the change', async () => {
      const error = { type: 'security_exception', reason: 'no', root_cause: [] };
      fake = await fakeElasticsearch(() => ({ status: 403, body: { error, status: 403 } }));
      const warnings: string[] = [];
      const parsed = parseSettings({ zone: 'UTC' });
      if ('errors' in parsed) throw new Error(parsed.errors.join());
      const unsaved = { version: null, updated_at: null, updated_by: null, faults: [] };
      const loaded = { settings: parsed.settings, saved: {}, ...unsaved };
      const save = jest.fn((saved: SettingsFile) => Promise.resolve({ ...loaded, saved }));
      const store = { load: () => Promise.resolve(loaded), save };
      const by = { ...savingBy('ana', '2026-11-26T08:00:00Z', fake.client, warnings), store };
      expect((await saveSettings({ zone: 'UTC' }, null, by, signal)).saved).toEqual({
        zone: 'UTC',
      });
      expect(warnings).toEqual([
        expect.stringMatching('^the history lacks a change of the settings: '),
      ]);
    });
  });
});
