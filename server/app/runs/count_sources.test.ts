import { parseSettings } from '../../../common/settings/parse_settings';
import { localDay } from '../../../common/time/local_day';
import { DAY, fakePorts, logsOn, NOW } from '../../../test/fixtures/counts_fake_ports';
import { countsSource } from '../../../test/fixtures/counts_source';
import { countSources } from './count_sources';
import { ProgressTracker } from './progress_tracker';

const { signal } = new AbortController();
const ids = ['dns', 'mail', 'proxy', 'syslog'];

function settingsOf() {
  const parsed = parseSettings({ zone: 'UTC' });
  if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
  const { settings } = parsed;
  const sources = ids.map((id) => countsSource({ id }));
  return { ...settings, sources, training: { ...settings.training, days: 0 } };
}

describe('the sources of a run', () => {
  it('are counted three at a time, and the next while the counts of one are written', async () => {
    const asked: string[] = [];
    let [under, most] = [0, 0];
    let write: () => void = () => undefined;
    const isLastCounted = new Promise<void>((resolve) => (write = resolve));
    const base = fakePorts(logsOn([DAY]));
    const { ports: counting } = fakePorts(logsOn([DAY]), {
      countDay: async (source, ...rest) => {
        asked.push(source.id);
        under += 1;
        most = Math.max(most, under);
        await new Promise((resolve) => setImmediate(resolve));
        under -= 1;
        if (source.id === 'syslog') write();
        return base.ports.countDay(source, ...rest);
      },
      keep: async (_source, counts) => {
        await isLastCounted;
        base.store.set(counts.day, counts);
        return null;
      },
    });
    const task = {
      request: { settings: settingsOf() },
      day: localDay(DAY, 'UTC'),
      ports: { counting, now: () => NOW },
      progress: new ProgressTracker(() => undefined),
    };
    const counted: string[] = [];
    for await (const { source } of countSources(task, signal)) counted.push(source.id);
    expect([asked, counted, most]).toEqual([ids, ids, 3]);
    expect(base.store.size).toBe(1);
  });
});
