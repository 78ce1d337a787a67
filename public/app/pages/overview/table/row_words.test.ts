import { ordinaryDay } from '../../../../../test/fixtures/page_day';
import { chanceOutside, footWords } from '../notes/foot_words';
import { steppedHour } from '../../../rows/hour_cursor';
import { everyRow, rowsOfDay } from '../../../rows/overview_rows';
import { hourWords, sparklineWords } from './row_words';
import { ratioToken } from '../../../words/ratio_token';

const rows = rowsOfDay(ordinaryDay());
const { flagged, quiet } = rows;
const rowOf = (code: string) => {
  const found = everyRow(rows).find(({ shortCode }) => shortCode === code);
  if (found === undefined) throw new Error(`no row ${code}`);
  return found;
};

describe('what a sparkline says', () => {
  it('is the verdict and the day total', () => {
    expect(sparklineWords(rowOf('syslog 5'))).toBe(
      'Syslog notice, syslog severity 5: More. 48 at 15:00, usually 9–14; 20 at 10:00, usually 11–14. Day total 287.',
    );
  });

  it('is that it is as usual, and how much that is', () => {
    expect(sparklineWords(rowOf('syslog 3'))).toMatch(
      /^Syslog error, syslog severity 3: As usual\. Day total \d+, usually \d+\.$/,
    );
    expect(sparklineWords(rowOf('suricata 2221007'))).toContain(
      'Not assessed: only 1 training day.',
    );
  });
});

describe('what the cursor says', () => {
  it('is hour, count, what is usual, and whether it is flagged', () => {
    expect(hourWords(rowOf('syslog 5'), 15)).toBe('15:00, 48, usually 9 to 14, flagged');
    expect(hourWords(rowOf('syslog 5'), 0)).toBe('00:00, 9, usually 9 to 9');
    expect(hourWords(rowOf('suricata 2210044'), 6)).toBe('06:00, 1, flagged');
  });

  it('is “unknown” where nothing is known', () => {
    const row = { ...rowOf('syslog 3'), today: new Array<null>(24).fill(null) };
    expect(hourWords(row, 3)).toMatch(/^03:00, unknown, usually/);
  });

  it('goes round the day', () => {
    expect([steppedHour(undefined, 1), steppedHour(undefined, -1)]).toEqual([0, 23]);
    expect([steppedHour(23, 1), steppedHour(0, -1), steppedHour(7, 1)]).toEqual([0, 23, 8]);
  });
});

describe('the ratio', () => {
  it('is one token for each verdict', () => {
    expect(flagged.map(({ finding }) => finding && ratioToken(finding))).toEqual([
      'new',
      '3.6×',
      'none',
      '+3 h',
      '0.2×',
    ]);
  });
});

describe('the foot line', () => {
  it('says how often chance alone leaves the band', () => {
    expect(chanceOutside(4)).toEqual({ hours: 2, of: 5 });
    expect(chanceOutside(31)).toEqual({ hours: 1, of: 16 });
    expect(footWords(quiet, 'talk')).toBe(
      'Outer band: lowest to highest of 4 Wednesdays. Inner band: their middle half. Line: this day, from 0 to Max. Dots mark flagged hours. With 4 days, 2 hours in 5 leave the band by chance.',
    );
  });

  it('says what the bands of the model hold', () => {
    expect(footWords(quiet, 'calibrated')).toMatch(/Inner band: half of the usual hours/);
  });

  it('names the most common basis if rows differ, and none if there is no band', () => {
    const other = { ...rowOf('syslog 3'), basis: '22 working days', basisDays: 22 };
    expect(footWords([...quiet, other], 'talk')).toContain(
      'of the training days, mostly 4 Wednesdays.',
    );
    expect(footWords([rowOf('suricata 2221007')], 'calibrated')).toContain('no band is drawn');
  });
});
