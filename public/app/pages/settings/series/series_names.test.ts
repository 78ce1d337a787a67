import { presetSources } from '../../../../../common/sources/presets';
import { nameOfSeries } from './series_names';

describe('nameOfSeries', () => {
  const name = (source: string, subtype: string) =>
    nameOfSeries(presetSources, { source, subtype });

  it('gives the name that the source knows, and its code', () => {
    expect(name('syslog', '5')).toBe('Syslog notice, syslog severity 5');
    expect(name('ossec', '99')).toBe('ossec rule 99');
  });

  it('gives the key where the source is gone, or had other fields', () => {
    expect(name('dns', 'example.org')).toBe('dns example.org');
    const twofold = presetSources.map((source) => ({ ...source, subtype_fields: ['a', 'b'] }));
    expect(nameOfSeries(twofold, { source: 'syslog', subtype: '5' })).toBe('syslog 5');
  });
});
