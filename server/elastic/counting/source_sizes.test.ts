import { SourceSizes } from './source_sizes';

const source = { id: 'syslog' };

describe('SourceSizes', () => {
  it('knows nothing of a source at first', () => {
    const sizes = new SourceSizes();
    expect([sizes.hasFewSeries(source), sizes.isCrowded(source)]).toEqual([false, false]);
  });

  it('takes the largest day, whatever comes after it', () => {
    const sizes = new SourceSizes();
    sizes.note(source, 1_000);
    expect(sizes.hasFewSeries(source)).toBe(true);
    sizes.note(source, 1_001);
    sizes.note(source, 3);
    expect([sizes.hasFewSeries(source), sizes.isCrowded(source)]).toEqual([false, false]);
    sizes.noteCrowded(source);
    sizes.note(source, 3);
    expect([sizes.hasFewSeries(source), sizes.isCrowded(source)]).toEqual([false, true]);
    expect(sizes.isCrowded({ id: 'ossec' })).toBe(false);
  });
});
