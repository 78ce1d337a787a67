import { ordinaryDay } from '../../../../../test/fixtures/page_day';
import { presetSources } from '../../../../../common/sources';
import { notesOf, type NoteFacts } from './notes';

const ALL = { read: true, judge: true, run: true, tag: true, manage: true };
const answer = ordinaryDay();
const schedule = {
  enabled: true,
  interval: '1h',
  tag: true,
  user: 'ana',
  enabled_at: null,
  last_run: null,
  next_run: null,
  obstacles: [],
  key: null,
  warning: null,
};

function idsOf(part: Partial<NoteFacts>): string[] {
  const facts = {
    day: answer.head.day,
    outages: [],
    answer,
    zone: 'America/Toronto',
    sources: undefined,
    schedule,
    may: ALL,
    ...part,
  };
  return notesOf(facts).map(({ id }) => id);
}

function textsOf(part: Partial<NoteFacts>): string {
  const facts = {
    day: answer.head.day,
    outages: [],
    answer,
    zone: 'America/Toronto',
    sources: undefined,
    schedule,
    may: ALL,
    ...part,
  };
  return notesOf(facts)
    .map(({ text }) => text)
    .join(' ');
}

describe('the notes', () => {
  it('are none if all is well', () => {
    expect(idsOf({})).toEqual([]);
    expect(idsOf({ answer: undefined, schedule: undefined })).toEqual([]);
  });

  it('say that part of a day is unknown only if hours are hatched or a source is missing', () => {
    const [first, ...others] = answer.series;
    const cut = first && { ...first, today: first.today.map((count, h) => (h < 9 ? count : null)) };
    const run = { ...answer.run, status: 'partial' as const };
    const hatched = { ...answer, run, series: cut === undefined ? [] : [cut, ...others] };
    expect(textsOf({ answer: hatched })).toBe(
      'Only part of the day is analyzed. Hatched hours are unknown and not assessed.',
    );
    expect(textsOf({ answer: { ...answer, run } })).toBe('Only part of the day is analyzed.');
    const absent = run.source_results.map((one) => ({
      ...one,
      state: 'unknown' as const,
      is_absent: true as const,
    }));
    const nothing = { ...answer, series: [], run: { ...run, source_results: absent } };
    expect(absent.length).toBeGreaterThan(0);
    expect(textsOf({ answer: nothing })).toBe('');
  });

  it('say that trouble made some searches fail, instead of a day that is not over', () => {
    const series = { series: 4, not_judged: 0, below_floor: 0, training_days: 20, searches: 3 };
    const documents = { documents: 100, without_subtype: 0, is_troubled: true as const };
    const result = { source: 'syslog', state: 'judged' as const, ...series, ...documents };
    const run = { ...answer.run, status: 'partial' as const, source_results: [result] };
    expect(idsOf({ answer: { ...answer, run } })).toEqual(['troubled']);
  });

  it('say what was left out and whose rights saw it', () => {
    const run = {
      ...answer.run,
      status: 'partial' as const,
      seen_by: 'ana',
      error: 'your session ended',
      left_out: ['7 are in logstash-2015.04.02, which is read-only'],
    };
    expect(idsOf({ answer: { ...answer, run } })).toEqual([
      'partial',
      'seenBy',
      'error',
      'left out 0',
    ]);
  });

  it('say how much is found to a reader who may not tag, and give a request to copy', () => {
    const untagged = { ...answer, run: { ...answer.run, tagged: null } };
    const about = { day: answer.head.day, outages: [] };
    const facts = { ...about, answer: untagged, may: { ...ALL, tag: false } };
    expect(textsOf(facts)).toContain(`${answer.head.events_flagged} events, and none is tagged`);
    const notes = notesOf({ ...facts, zone: 'UTC', sources: undefined, schedule });
    expect(notes[0]?.copy).toContain('Logwave tagging');
    expect(idsOf({ answer: untagged })).toEqual([]);
  });

  it('say what is missing to a reader who may not analyze', () => {
    expect(textsOf({ may: { ...ALL, run: false } })).toContain(
      'ask an administrator for the privilege “Logwave: all”',
    );
  });

  it('mention hidden logs once, with a request to copy', () => {
    const forbidden = presetSources.map((source) => ({
      ...{ source, preset: true, fields: [] },
      state: 'forbidden' as const,
      words: `the privilege "read" is missing on "${source.index}"`,
    }));
    const known = { sources: forbidden, days_with_logs: [] };
    const reader = { ...ALL, run: false, tag: false, manage: false };
    const untagged = { ...answer, run: { ...answer.run, tagged: null } };
    const facts = { answer: untagged, sources: known, may: reader };
    expect(idsOf(facts)).toEqual(['noLogs', 'noRun']);
    const words = textsOf(facts);
    expect(words.match(/index privilege read/g)).toHaveLength(1);
    expect(words.match(/Logwave tagging/g)).toHaveLength(1);
    // Without any hidden log, the note about tags stays, and tagging is not said twice.
    expect(idsOf({ ...facts, sources: undefined })).toEqual(['noTag', 'noRun']);
    expect(textsOf({ ...facts, sources: undefined }).match(/Logwave tagging/g)).toHaveLength(1);
  });

  it('say that the schedule is off, or that its task fails and when', () => {
    expect(idsOf({ schedule: { ...schedule, enabled: false } })).toEqual(['scheduleOff']);
    const last = {
      at: '2015-04-02T10:02:00Z',
      outcome: 'failed' as const,
      words: 'The key was revoked.',
    };
    expect(textsOf({ schedule: { ...schedule, last_run: last } })).toBe(
      'The scheduled analysis failed on 2 April 06:02: The key was revoked.',
    );
  });

  it('say that the day is left out of training, and for what', () => {
    const { day } = answer.head;
    expect(textsOf({ outages: [{ day: '2015-03-19' }] })).toBe('');
    expect(textsOf({ outages: [{ day }] })).toBe(
      'This day is left out of training for every series.',
    );
    expect(textsOf({ outages: [{ day, source: 'ossec' }] })).toBe(
      'This day is left out of training for the series of ossec.',
    );
  });
});
