import { localDay, MS_PER_HOUR } from '../../common/time';
import { writeSampleDay } from './sample_day';
import { documentsWritten, sampleDocumentsOf } from './sample_records';

describe('documentsWritten', () => {
  it('makes the same documents hour by hour as for the whole day', () => {
    const [day, zone, seed] = ['2015-04-01', 'Asia/Kolkata', 3] as const;
    const local = localDay(day, zone);
    const written = writeSampleDay(day, 0, zone, seed);
    const hours = Array.from({ length: 24 }, (_, hour) => local.from + hour * MS_PER_HOUR);
    const byHour = hours.map((from) =>
      documentsWritten(written, local, (at) => at >= from && at < from + MS_PER_HOUR),
    );
    byHour.forEach((documents, hour) => {
      const [from, to] = [hours[hour] ?? NaN, (hours[hour] ?? NaN) + MS_PER_HOUR];
      expect(documents.filter(({ instant = NaN }) => !(instant >= from && instant < to))).toEqual(
        [],
      );
    });
    const whole = new Map(sampleDocumentsOf(day, 0, zone, seed).map((one) => [one.id, one]));
    expect(byHour.flat()).toHaveLength(whole.size);
    for (const one of byHour.flat()) expect(one).toEqual(whole.get(one.id));
  });
});
