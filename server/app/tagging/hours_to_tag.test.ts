import { countsSource } from '../../../test/fixtures/counts_source';
import { findingWith } from '../../../test/fixtures/tagging_finding';
import { hoursToTag } from './hours_to_tag';

const run = { day: '2026-11-20', zone: 'UTC' };
const sources = [countsSource(), countsSource({ id: 'postfix' })];
const finding = (subtype: string | null, events: Record<number, number>, source = 'syslog') =>
  findingWith({
    subtype,
    source,
    events: new Map(Object.entries(events).map(([hour, count]) => [Number(hour), count])),
  });

describe('hoursToTag', () => {
  it('gathers the flagged hours of each source, with their events', () => {
    const findings = [
      finding('5', { 10: 20, 15: 48 }),
      finding('smtpd', { 3: 1 }, 'postfix'),
      finding('6', { 1: 2 }),
    ];
    const gathered = hoursToTag({ run, findings, sources });
    expect(gathered.map(({ source, series }) => [source.id, series])).toEqual([
      [
        'syslog',
        [
          { subtype: '5', hours: [10, 15], events: 68 },
          { subtype: '6', hours: [1], events: 2 },
        ],
      ],
      ['postfix', [{ subtype: 'smtpd', hours: [3], events: 1 }]],
    ]);
  });

  it('leaves out hours without events, and findings of whole sources', () => {
    const findings = [
      finding('5', { 10: 0, 11: 4 }),
      finding('6', { 1: 0 }),
      finding(null, { 2: 9 }),
    ];
    expect(hoursToTag({ run, findings, sources })[0]?.series).toEqual([
      { subtype: '5', hours: [11], events: 4 },
    ]);
  });

  it('does not know a source that it was not given', () => {
    const findings = [finding('5', { 1: 1 }, 'dns')];
    expect(() => hoursToTag({ run, findings, sources })).toThrow(RangeError);
  });
});
