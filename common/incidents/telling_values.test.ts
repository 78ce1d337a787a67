import { gOfCounts, gOfShare, limitOfG } from './g_test';
import { tellingValues, type CountedValues } from './telling_values';

function counted(
  fields: Record<string, Record<string, [today: number, training: number]>>,
  events: [today: number, training: number],
  days = 4,
): CountedValues {
  const of = ([today, training]: [number, number]) => ({ today, training });
  return {
    events: of(events),
    days,
    fields: Object.entries(fields).map(([field, values]) => ({
      field,
      values: new Map(Object.entries(values).map(([value, counts]) => [value, of(counts)])),
    })),
  };
}

describe('the G-test', () => {
  it('is 0 where both counts come at one rate, and as worked out by hand elsewhere', () => {
    expect(gOfCounts({ today: 5, training: 20 }, 4)).toBeCloseTo(0);
    // 39 ln(39 / 8.6) + 4 ln(4 / 34.4), twice.
    expect(gOfCounts({ today: 39, training: 4 }, 4)).toBeCloseTo(100.7, 0);
    expect(gOfCounts({ today: 0, training: 0 }, 4)).toBe(0);
  });

  it('is 0 for a share that stayed, however much came', () => {
    expect(gOfShare({ today: 50, training: 20 }, { today: 100, training: 40 })).toBeCloseTo(0);
    expect(gOfShare({ today: 90, training: 4 }, { today: 100, training: 40 })).toBeGreaterThan(50);
  });

  it('asks for more where more was looked at', () => {
    expect(limitOfG(100)).toBeGreaterThan(limitOfG(1));
  });
});

describe('the values that explain a finding', () => {
  it('are those whose rise is least likely by chance, not those that rose most', () => {
    const fields = {
      program: { sudo: [39, 4], cron: [9, 36] },
      host: { web1: [48, 40] },
    } satisfies Parameters<typeof counted>[0];
    expect(tellingValues(counted(fields, [48, 40]))).toEqual([
      { field: 'program', value: 'sudo', today: 39, usual: 1 },
    ]);
  });

  it('are at most three, and one where two fields hold the same name', () => {
    const users = Object.fromEntries(
      ['ana', 'ben', 'cid', 'dot'].map((name) => [name, [40, 2] as [number, number]]),
    );
    const found = tellingValues(counted({ user: users, account: users }, [200, 100]));
    expect(found.map(({ field }) => field)).toEqual(['user', 'user', 'user']);
  });

  it('are none if all rose alike, or by chance', () => {
    expect(tellingValues(counted({ user: { ana: [60, 40], ben: [58, 42] } }, [118, 82]))).toEqual(
      [],
    );
    expect(tellingValues(counted({ user: { ana: [4, 8], ben: [1, 7] } }, [5, 15]))).toEqual([]);
  });

  it('may be one that carries nearly all of a rise, though its share is not a surprise', () => {
    const fields = { program: { sshd: [8, 12], cron: [0, 16] } } satisfies Parameters<
      typeof counted
    >[0];
    expect(tellingValues(counted(fields, [8, 28], 11))).toEqual([
      { field: 'program', value: 'sshd', today: 8, usual: 12 / 11 },
    ]);
  });

  it('are none if every event has the value on every day, which is only the series itself', () => {
    const fields = { program: { sshd: [16, 23] } } satisfies Parameters<typeof counted>[0];
    expect(tellingValues(counted(fields, [16, 23]))).toEqual([]);
  });

  it.each([50, 79, 80, 81, 90, 95, 99])(
    'are none if all values rose or fell alike, one of them with %d of 100 events',
    (share) => {
      for (const times of [0.5, 2, 3]) {
        const web1 = [share * times, share * 4] as [number, number];
        const web2 = [(100 - share) * times, (100 - share) * 4] as [number, number];
        const values = counted({ host: { web1, web2 } }, [100 * times, 400]);
        expect(tellingValues(values)).toEqual([]);
        const noisy = counted({ host: { web1: [web1[0] + 3, web1[1]], web2 } }, [
          100 * times + 3,
          400,
        ]);
        expect(tellingValues(noisy)).toEqual([]);
      }
    },
  );

  it('may be those that came less', () => {
    const fields = { host: { web1: [0, 160], web2: [40, 160] } } satisfies Parameters<
      typeof counted
    >[0];
    expect(tellingValues(counted(fields, [40, 320]))[0]).toEqual({
      field: 'host',
      value: 'web1',
      today: 0,
      usual: 40,
    });
  });

  it('are the frequent ones if there is nothing to compare with', () => {
    const fields = { user: { ana: [9, 0], ben: [1, 0] } } satisfies Parameters<typeof counted>[0];
    expect(tellingValues(counted(fields, [10, 0], 0))).toEqual([
      { field: 'user', value: 'ana', today: 9, usual: null },
    ]);
  });
});
