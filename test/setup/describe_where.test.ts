import { describeWhere } from './describe_where';

const MISSING = 'No Chromium is installed.';

describe('describeWhere', () => {
  it('gives the ordinary describe where the suite can run', () => {
    expect(describeWhere(true, MISSING, { LOGWAVE_ALL_SUITES: '1' })).toBe(describe);
  });

  it('skips with a reason on the machine of a developer', () => {
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(describeWhere(false, MISSING, {})).toBe(describe.skip);
    expect(write).toHaveBeenCalledWith('Skipped: No Chromium is installed.\n');
    write.mockRestore();
  });

  it('fails where all suites must run', () => {
    const skip = () => describeWhere(false, MISSING, { LOGWAVE_ALL_SUITES: '1' });
    expect(skip).toThrow('No Chromium is installed. LOGWAVE_ALL_SUITES forbids skipping.');
  });
});
