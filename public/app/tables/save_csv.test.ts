import { fileName } from './save_csv';

describe('fileName', () => {
  it('takes letters, figures and dashes of whatever a log holds', () => {
    expect(fileName(['logwave', '2015-04-01', 'syslog', '../<b>5</b>', '///'])).toBe(
      'logwave-2015-04-01-syslog-b-5-b',
    );
    expect(fileName(['x'.repeat(300)])).toHaveLength(100);
  });
});
