import { explainLog } from './explain_log';

describe('explainLog', () => {
  it('names the last cause of an exception', () => {
    const log = [
      'java.lang.IllegalStateException: failed to obtain node locks',
      '\tat org.elasticsearch.env.NodeEnvironment.<init>(NodeEnvironment.java:1)',
      'Caused by: java.io.IOException: no space left',
      '\tat java.base/sun.nio.ch.Net.bind(Net.java:1)',
      '',
    ].join('\n');
    expect(explainLog(log)).toBe('java.io.IOException: no space left');
  });

  it('names the exception itself where it has no cause', () => {
    const log = 'some line\njava.lang.IllegalStateException: too old\n\tat x.Y.z(Y.java:1)\n';
    expect(explainLog(log)).toBe('java.lang.IllegalStateException: too old');
  });

  it('speaks of the last start only', () => {
    const log =
      'Caused by: java.io.IOException: of yesterday\n\tat x.Y.z(Y.java:1)\nError: no memory\n';
    expect(explainLog(log)).toBe('Error: no memory');
  });

  it('cuts what does not fit in a sentence', () => {
    expect(explainLog('x'.repeat(1000))).toHaveLength(300);
  });

  it('says so where the log is empty', () => {
    expect(explainLog('')).toBe('no reason given');
  });
});
