import { nameOfFile, readCalendarFile, sizeFault } from './calendar_file';

describe('a calendar file in the browser', () => {
  it('of 50 MB is refused before it is read', async () => {
    const text = jest.fn();
    expect(await readCalendarFile({ size: 50_000_000, text })).toEqual({
      fault: 'The file is 50.0 MB, and a calendar can be at most 500 kB. Remove old events.',
    });
    expect(text).not.toHaveBeenCalled();
    expect(sizeFault({ size: 500_000 })).toBeUndefined();
  });

  it('is read if it is small, and says why it cannot be', async () => {
    const of = (text: () => Promise<string>) => readCalendarFile({ size: 9, text });
    expect(await of(() => Promise.resolve('BEGIN:VCALENDAR'))).toEqual({ ics: 'BEGIN:VCALENDAR' });
    expect(await of(() => Promise.resolve(' \n'))).toEqual({ fault: 'The file is empty.' });
    expect(await of(() => Promise.reject(new Error('it was moved')))).toEqual({
      fault: 'The browser cannot read the file: it was moved',
    });
  });

  it('gives a calendar its name, without the ending', () => {
    expect(nameOfFile({ name: 'holidays.2026.ics' })).toBe('holidays.2026');
  });
});
