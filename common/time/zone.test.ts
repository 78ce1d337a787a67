import { systemZone, zoneName } from './zone';

describe('zoneName', () => {
  it('is one name however UTC is written', () => {
    const names = ['utc', 'UTC', 'Etc/UTC', 'etc/utc', 'GMT', 'Zulu', 'Etc/UCT'];
    expect(new Set(names.map(zoneName))).toEqual(new Set(['UTC']));
  });

  it('is one name in whatever case a zone is written', () => {
    expect(['europe/vienna', 'EUROPE/VIENNA', 'Europe/Vienna'].map(zoneName)).toEqual([
      'Europe/Vienna',
      'Europe/Vienna',
      'Europe/Vienna',
    ]);
  });

  it('leaves an alias as it is, since earlier runs may be stored under it', () => {
    expect(['Asia/Kolkata', 'Asia/Katmandu'].map(zoneName)).toEqual([
      'Asia/Kolkata',
      'Asia/Katmandu',
    ]);
  });

  it('refuses what is not a zone', () => {
    expect(() => zoneName('Mars/Olympus')).toThrow(RangeError);
  });
});

describe('systemZone', () => {
  const spy = jest.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions');
  afterAll(() => spy.mockRestore());

  /** What the runtime says of itself. */
  const withRuntimeZone = (timeZone: string | undefined): string => {
    spy.mockReturnValueOnce({ timeZone } as Intl.ResolvedDateTimeFormatOptions);
    return systemZone();
  };

  it('is UTC where the runtime has no zone, or one that it does not know itself', () => {
    expect([undefined, 'Etc/Unknown'].map(withRuntimeZone)).toEqual(['UTC', 'UTC']);
  });

  it('is that of the runtime where it has one', () => {
    expect(withRuntimeZone('America/Toronto')).toBe('America/Toronto');
  });
});
