import { presetSources } from '../../../common/sources';
import { forbiddenIds, readableSources } from './readable_sources';

const [first, second] = presetSources;
if (first === undefined || second === undefined) throw new Error('there are two presets');
const facts = { preset: true, words: null, fields: [] };
const answer = {
  sources: [
    { ...facts, source: first, state: 'forbidden' as const },
    { ...facts, source: second, state: 'unknown' as const },
  ],
  days_with_logs: [],
};

describe('sources whose logs a reader may not read', () => {
  it('are those without the privilege, not those of which nothing is known', () => {
    expect([...forbiddenIds(answer)]).toEqual([first.id]);
    expect(forbiddenIds(undefined).size).toBe(0);
  });

  it('give no link to documents', () => {
    const used = new Map([first, second].map((source) => [source.id, { source, fields: [] }]));
    expect([...readableSources(used, forbiddenIds(answer)).keys()]).toEqual([second.id]);
  });
});
