import { testedIn } from './known_version';

describe('testedIn', () => {
  it('says that it was run only of the very version in which it was', () => {
    expect(testedIn('8.12.2')).toBe('run');
    expect(testedIn('8.12.1')).toBe('facts');
  });

  it('says that it is checked against facts where the minor version is known', () => {
    expect(['8.19.0', '9.2.3', '9.5.99'].map(testedIn)).toEqual(['facts', 'facts', 'facts']);
  });

  it('says that nothing is known of other versions', () => {
    expect(['8.1.2', '9.6.0', '9.0.1'].map(testedIn)).toEqual(['unknown', 'unknown', 'unknown']);
  });
});
