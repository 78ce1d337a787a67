import { LeftOut } from './left_out';

describe('LeftOut', () => {
  it('says each reason once, with its days and all sources that it holds for', () => {
    const leftOut = new LeftOut();
    for (const day of ['2015-03-31', '2015-04-01']) {
      leftOut.add('syslog', 'no counts are kept', day);
      leftOut.add('ossec', 'no counts are kept', day);
    }
    leftOut.add('dns', 'no counts are kept', '2015-04-01');
    leftOut.add('syslog', 'you lack read on logs-*', '2015-03-01');
    expect(leftOut.notes()).toEqual([
      'syslog, ossec: no counts are kept, 2 days (2015-03-31 to 2015-04-01)',
      'dns: no counts are kept, 1 day (2015-04-01)',
      'syslog: you lack read on logs-*, 1 day (2015-03-01)',
    ]);
  });

  it('says nothing where nothing was left out', () => {
    expect(new LeftOut().notes()).toEqual([]);
  });
});
