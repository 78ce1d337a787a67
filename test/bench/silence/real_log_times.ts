import { MS_PER_HOUR } from '../../../common/time';
import { syslogRecords } from '../detection/syslog_records';

/** When each series of a syslog file had an event, in hours since 1970-01-01. */
export async function realLogTimes(path: string, year: number): Promise<Map<string, number[]>> {
  const series = new Map<string, number[]>();
  for (const { instant, fields } of await syslogRecords(path, year)) {
    const program = 'program' in fields ? [`program ${fields.program ?? ''}`] : [];
    for (const key of ['all lines', ...program]) {
      const times = series.get(key) ?? [];
      times.push(instant / MS_PER_HOUR);
      series.set(key, times);
    }
  }
  return series;
}
