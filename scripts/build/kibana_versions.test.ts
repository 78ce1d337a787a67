import { checkKibanaVersion, DEFAULT_KIBANA_VERSION, kibanaRows, rowOf } from './kibana_versions';

describe('checkKibanaVersion', () => {
  it('takes any patch of a minor version that has a row, also one that is not listed', () => {
    for (const version of ['8.12.2', '8.19.0', '9.2.3', '9.4.99', '9.5.4']) {
      expect(checkKibanaVersion(version)).toBe(version);
    }
  });

  it.each(['9.0.0', '9.6.1', '7.17.1', '8.1.2'])('refuses %s, which has no row', (version) => {
    expect(() => checkKibanaVersion(version)).toThrow(
      `nothing is known of Kibana ${version}. Zips are built for Kibana 8.12, 8.19, 9.2, 9.4, 9.5.`,
    );
  });

  it.each(['8.12', '8.12.2-SNAPSHOT', '8.12.2/../x', ''])('refuses "%s"', (version) => {
    expect(() => checkKibanaVersion(version)).toThrow('all three numbers');
  });
});

describe('the table', () => {
  it('has a row of its own for each minor version, with patches of it alone', () => {
    expect(new Set(kibanaRows.map(({ minor }) => minor)).size).toBe(kibanaRows.length);
    for (const { minor, patches, run } of kibanaRows) {
      expect(patches.every((version) => version.startsWith(`${minor}.`))).toBe(true);
      expect(patches).toEqual(expect.arrayContaining(run));
    }
  });

  it('says "run" of those that were run, and of no others', () => {
    for (const { certainty, run } of kibanaRows) expect(certainty === 'run').toBe(run.length > 0);
    expect(rowOf(DEFAULT_KIBANA_VERSION)?.run).toContain(DEFAULT_KIBANA_VERSION);
  });
});
