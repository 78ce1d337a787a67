import { countIncidents } from './count_incidents';

describe('countIncidents', () => {
  it('counts views of one incident once, and findings without one each', () => {
    const findings = [{ incident: 'a' }, { incident: 'b' }, { incident: 'a' }, {}];
    expect(countIncidents([...findings, { incident: null }])).toBe(4);
    expect(countIncidents([])).toBe(0);
  });
});
