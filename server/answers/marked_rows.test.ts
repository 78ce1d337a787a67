import type { StreamMark } from '../../common/marks';
import { judgmentOf } from '../../test/fixtures/judgments';
import { ordinaryDay } from '../../test/fixtures/page_day';
import { countUnjudged, markingRows } from './marked_rows';

const VIEW = { day: '2015-04-01', zone: 'UTC' };
const row = ordinaryDay().series.find(({ subtype }) => subtype === '5');
if (row === undefined) throw new Error('the series is gone');

const mute: StreamMark = {
  version: 1,
  kind: 'mute',
  scope: 'default',
  source: 'syslog',
  host: null,
  subtype: null,
  reason: 'maintenance',
  author: 'ana',
  owner: 'bo',
  from: '2015-03-30',
  at: '2015-04-02T06:00:00.000Z',
  until: '2015-04-09T00:00:00.000Z',
};

describe('markingRows', () => {
  it('shows the later of two judgments of the day, its note as it was written', () => {
    const first = judgmentOf({ id: 'a', reason: '<i>backup</i>' });
    const later = judgmentOf({ id: 'b', judgment: 'incident', at: '2015-04-02T07:00:00.000Z' });
    const elsewhere = judgmentOf({ id: 'c', day: '2015-03-25', at: '2015-04-03T07:00:00.000Z' });
    const marked = (judgments: readonly (typeof first)[]) =>
      markingRows({ judgments, streams: [] }, VIEW)(row).judgment;
    expect(marked([first, elsewhere])).toMatchObject({ id: 'a', note: '<i>backup</i>' });
    expect(marked([later, first])).toMatchObject({ id: 'b', judgment: 'incident' });
    const back = judgmentOf({ id: 'd', judgment: 'none', at: '2015-04-02T08:00:00.000Z' });
    expect(marked([later, first, back])).toBeNull();
  });

  it('says who has muted it, and until when', () => {
    const marking = markingRows({ judgments: [], streams: [mute] }, VIEW);
    expect(marking(row).mute).toEqual({
      owner: 'bo',
      author: 'ana',
      reason: 'maintenance',
      until: '2015-04-09T00:00:00.000Z',
    });
    expect(marking({ ...row, source: 'ossec' }).mute).toBeNull();
  });
});

describe('countUnjudged', () => {
  it('counts findings of series that nobody has judged, once somebody has begun', () => {
    const judged = judgmentOf({ id: 'a' });
    const { source, subtype } = judged;
    const found = [subtype, 'another', null].map((one) => ({ source, subtype: one }));
    expect(countUnjudged(found, { judgments: [judged], streams: [] }, VIEW)).toBe(1);
    expect(countUnjudged(found, { judgments: [], streams: [] }, VIEW)).toBeUndefined();
  });
});
