import { outageDays, withOutage } from './outages';

const ALL = { day: '2015-03-19' };
const OSSEC = { day: '2015-03-12', source: 'ossec' };

describe('an outage', () => {
  it('is of every source where it names none', () => {
    const outages = [ALL, OSSEC];
    expect(outageDays('syslog', outages)).toEqual(['2015-03-19']);
    expect(outageDays('ossec', outages)).toEqual(['2015-03-12', '2015-03-19']);
  });

  it('counts once where a source and all sources name the same day', () => {
    expect(outageDays('ossec', [OSSEC, { day: OSSEC.day }])).toEqual([OSSEC.day]);
  });

  it('is added once, in the order of the days', () => {
    const once = withOutage([ALL], OSSEC, true);
    expect(once).toEqual([OSSEC, ALL]);
    expect(withOutage(once, OSSEC, true)).toEqual([OSSEC, ALL]);
  });

  it('is taken back separately: that of all sources leaves that of one', () => {
    const both = [OSSEC, { day: OSSEC.day }];
    expect(withOutage(both, { day: OSSEC.day }, false)).toEqual([OSSEC]);
  });
});
