import type * as DocumentId from './document_id';
import { recordId } from './document_id';

const identity = { host: 'web1', type: 'syslog', record: 'Nov 24 10:00:29 web1 sshd[7]: zwölf' };

/** The same module as a Node before 20.12 loads it. */
function withoutOneCallHash(): typeof DocumentId {
  const loaded: (typeof DocumentId)[] = [];
  jest.isolateModules(() => {
    jest.doMock('node:crypto', () => ({
      ...jest.requireActual<object>('node:crypto'),
      hash: undefined,
    }));
    loaded.push(jest.requireActual('./document_id'));
    jest.dontMock('node:crypto');
  });
  const [module] = loaded;
  if (module === undefined) throw new Error('not loaded');
  return module;
}

describe('recordId', () => {
  it('stays what it was in documents that were ingested before', () => {
    expect(recordId(identity)).toBe('_E6pMEkpWPFCa2JXdS2bV9EE-Ga');
    expect(recordId({ ...identity, borrowedSecond: 1_795_510_829 })).not.toBe(recordId(identity));
  });

  it('does not depend on the records before, even of very many hosts', () => {
    const first = recordId(identity);
    for (let at = 0; at < 3000; at += 1) recordId({ ...identity, host: `web${at}` });
    expect(recordId(identity)).toBe(first);
    expect(recordId({ ...identity, type: 'postfix' })).not.toBe(first);
    expect(recordId({ ...identity, host: 'web2' })).not.toBe(first);
  });

  it('is the same on every version of Node', () => {
    expect(withoutOneCallHash().recordId(identity)).toBe(recordId(identity));
  });
});
