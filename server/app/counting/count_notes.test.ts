import type { CountedDay } from '../../../common/waveform/hours/source_day';
import { countsDay } from '../../../test/fixtures/counts_source';
import { countNotes } from './count_notes';

const expired = (day: string): CountedDay => ({
  state: 'known',
  origin: 'kept, logs expired',
  counts: countsDay({ day }),
});
const unknown = (day: string, reason: string): CountedDay => ({ state: 'unknown', day, reason });
const counted: CountedDay = { state: 'known', origin: 'counted', counts: countsDay() };

describe('countNotes', () => {
  it('says nothing of days that were just counted', () => {
    expect(countNotes(counted, [counted, counted], [])).toEqual([]);
  });

  it('says by how much a day grew, which logs have expired, and why days are unknown', () => {
    const training = [
      expired('2026-11-02'),
      expired('2026-11-01'),
      unknown('2026-10-31', 'no index'),
      unknown('2026-10-29', 'no index'),
      unknown('2026-10-30', 'a shard failed'),
    ];
    const recount = { day: '2026-11-19', documents_before: 1000, documents: 2234 };
    expect(countNotes(counted, training, [recount])).toEqual([
      '2026-11-19 was counted again and has 1,234 documents more than before',
      '2 days from kept counts, logs expired (2026-11-01 to 2026-11-02)',
      '2 training days unknown (2026-10-29, 2026-10-31), no index',
      '1 training day unknown (2026-10-30), a shard failed',
    ]);
  });

  it('leaves the reason of an unknown tested day to the result', () => {
    expect(countNotes(unknown('2026-11-20', 'no index'), [], [])).toEqual([]);
  });
});
