import { missingRightsInWords } from './missing_rights';

describe('missingRightsInWords', () => {
  it('says which privilege is missing on which pattern', () => {
    expect(missingRightsInWords({ pattern: 'logs-*', privileges: ['read'] })).toBe(
      'the privilege "read" is missing on "logs-*"',
    );
    expect(missingRightsInWords({ pattern: 'a', privileges: ['read', 'write'] })).toBe(
      'the privileges "read", "write" are missing on "a"',
    );
  });
});
