import { dataFolder } from './data_folder';
import { nodeSettings } from './node_settings';

describe('nodeSettings', () => {
  const settings = nodeSettings(dataFolder('/data'));

  it('binds to loopback alone, on free ports', () => {
    expect(settings.get('network.host')).toBe('127.0.0.1');
    expect(settings.get('http.port')).toBe('0');
    expect(settings.get('transport.port')).toBe('0');
  });

  it('keeps the indices in the data folder', () => {
    expect(settings.get('path.data')).toBe('/data/elasticsearch/indices');
  });
});
