import { countsDay } from '../../../test/fixtures/counts_source';
import type { IndexGroup } from './counting_ports';
import { decideDay } from './decide_day';
import type { SurveyedDay } from './survey_days';

const kept = countsDay({ documents: 10 });
const groups: IndexGroup[] = [
  { index: 'logs-*', fields: new Map(), subtype_kind: 'keyword', unusable: null },
];
const surveyed = (parts: Partial<SurveyedDay> = {}) =>
  ({
    state: 'known',
    value: { all: 50, of_source: null, groups, unusable: null, ...parts },
  }) as const;
const lost = { state: 'unknown', reason: 'shards failed' } as const;
const ABSENT = 'no document';

describe('decideDay', () => {
  it('counts a day that was never counted', () => {
    expect(decideDay(undefined, surveyed(), ABSENT)).toEqual({ action: 'count', groups });
  });

  it('knows nothing of a day without any document, or of one that cannot be counted', () => {
    const unknown = (reason: string, is_absent = false) => ({
      action: 'leave unknown',
      reason,
      is_absent,
    });
    expect(decideDay(undefined, surveyed({ all: 0 }), ABSENT)).toEqual(unknown(ABSENT, true));
    expect(decideDay(undefined, surveyed({ unusable: 'text' }), ABSENT)).toEqual(unknown('text'));
    expect(decideDay(undefined, lost, ABSENT)).toEqual(unknown('shards failed'));
  });

  it.each([
    ['was not checked', surveyed()],
    ['has as many documents as before', surveyed({ of_source: 10 })],
    ['shrank', surveyed({ of_source: 4 })],
    ['grew where it cannot be counted', surveyed({ of_source: 11, unusable: 'text' })],
    ['cannot be looked at', lost],
  ])('takes a kept day that %s as it is', (_, found) => {
    expect(decideDay(kept, found, ABSENT)).toEqual({
      action: 'use kept',
      counts: kept,
      origin: 'kept',
    });
  });

  it('takes a kept day whose logs are gone as it is', () => {
    expect(decideDay(kept, surveyed({ all: 0, of_source: 0 }), ABSENT)).toMatchObject({
      action: 'use kept',
      origin: 'kept, logs expired',
    });
  });

  it('counts a kept day again that grew', () => {
    const grown = surveyed({ of_source: 11 });
    expect(decideDay(kept, grown, ABSENT)).toEqual({ action: 'count', groups });
  });
});
