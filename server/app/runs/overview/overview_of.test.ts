import { localDay } from '../../../../common/time/local_day';
import { countsSource } from '../../../../test/fixtures/counts_source';
import { overviewOf } from './overview_of';

const { signal } = new AbortController();

describe('the overview of a day', () => {
  it('names sources in the order of the settings, whichever was counted last', async () => {
    const sources = ['dns', 'mail', 'proxy'].map((id) => countsSource({ id }));
    const counted = sources.map((source) => ({ source, documents: 9, unmatched: undefined }));
    const ports = {
      documentsOnce: () => Promise.resolve({ state: 'known', value: 9 } as const),
      fittingSources: () => Promise.resolve([]),
      storedFields: () => Promise.resolve([]),
      sharedIndices: () =>
        Promise.resolve({
          state: 'known',
          value: [
            [0, 1],
            [0, 2],
          ],
        } as const),
    };
    const of = async (known: typeof counted) => {
      const day = localDay('2026-11-20', 'UTC');
      const { notes } = await overviewOf(sources, known, day, ports, signal);
      return notes.map(({ source, words }) => [source, words.slice(0, words.indexOf(','))]);
    };
    const troubledFirst = [...counted.slice(1), ...counted.slice(0, 1)];
    expect((await of(troubledFirst)).map(([source]) => source)).toEqual(['mail', 'proxy']);
    expect(await of(troubledFirst)).toEqual(await of(counted));
  });
});
