import { versionWords } from './version_words';

const versions = {
  ...{ logwave: '0.9.0', host: 'Kibana 8.12.2', node: '18.18.2' },
  ...{ host_tested: 'run' as const, elasticsearch: '8.12.2' },
};

describe('the versions in words', () => {
  it('say what runs here, and how well the host is known', () => {
    expect(versionWords(versions)).toBe(
      'Logwave 0.9.0, Kibana 8.12.2 (tested), Elasticsearch 8.12.2, Node 18.18.2',
    );
  });

  it('leave out what a user without the privilege monitor may not know', () => {
    expect(versionWords({ ...versions, elasticsearch: null })).not.toMatch(/Elasticsearch|unknown/);
  });

  it('name a cluster that is not Elasticsearch', () => {
    expect(versionWords({ ...versions, elasticsearch: 'OpenSearch 2.19.6' })).toContain(
      ', OpenSearch 2.19.6, ',
    );
  });
});
