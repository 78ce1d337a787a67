import { checkKibanaVersion } from './kibana_version';

describe('checkKibanaVersion', () => {
  it('takes any version of Kibana 8, to the patch', () => {
    expect(checkKibanaVersion('8.12.2')).toBe('8.12.2');
    expect(checkKibanaVersion('8.0.0')).toBe('8.0.0');
  });

  it.each(['8.12', '9.0.0', '7.17.1', '8.12.2-SNAPSHOT', '8.12.2/../x', ''])(
    'refuses "%s"',
    (version) => {
      expect(() => checkKibanaVersion(version)).toThrow('write all three numbers');
    },
  );
});
