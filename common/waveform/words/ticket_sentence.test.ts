import type { FindingStretch, FlaggedHour } from '../hours/finding';
import { quietSentence } from './quiet_sentence';
import { comparedSentence, newSentence } from './sentence';
import { rankWords, ticketSentence, type TicketFacts } from './ticket_sentence';

const NO_HOURS = new Array<number>(24).fill(0);

function runOf(from: number, to: number, count: number, expected: number): FindingStretch {
  return { from, to, count, expected, usual: [expected - 1, expected + 1], surprise: 1 };
}

function flagOf(hour: number, score: number): FlaggedHour {
  return { hour, score, count: 1, events: 1, expected: 1, usual: null, surprise: 1 };
}

/** Syslog severity 5 on the day of the talk, by the talk's method. */
function factsOf(part: Partial<TicketFacts> = {}): TicketFacts {
  const runs = part.runs ?? [runOf(15, 16, 48, 13.5), runOf(10, 11, 20, 12.75)];
  return {
    day: '2015-04-01',
    series_code: 'syslog severity 5',
    verdict: 'more',
    runs,
    flagged: [flagOf(10, 0.253), flagOf(15, 0.45)],
    rank: { place: 1, of: 4, from: 'highest' },
    basis: '4 Wednesdays',
    surprise: 1.01,
    difference: 0.544,
    contribution: NO_HOURS,
    sentence: comparedSentence(runs),
    ...part,
  };
}

const SUBJECT = 'On Wednesday 1 April 2015 syslog severity 5';
const COUNTS =
  'had 48 events at 15:00, usually 13–15: 3.6× the usual 13.5 and the highest of 5 Wednesdays. Also 20 at 10:00, usually 12–14.';

describe('ticketSentence', () => {
  it('shows counts, hours, what is usual, the rank, and the shares of the difference', () => {
    expect(ticketSentence(factsOf(), { difference: 0.5 })).toBe(
      `${SUBJECT} ${COUNTS} With the usual counts at 15:00 and 10:00, the day's difference of 0.54 (threshold 0.50) would fall by 45% and 25%.`,
    );
  });

  it('shows the surprise if the method is not the talk', () => {
    const facts = factsOf({ contribution: null, difference: null, surprise: 2.43 });
    expect(ticketSentence(facts)).toBe(`${SUBJECT} ${COUNTS} The surprise is 2.4 (threshold 1).`);
  });

  it('shows one share if one hour or more than two are flagged, and no infinite difference', () => {
    const facts = factsOf({
      flagged: [flagOf(15, 0.45), flagOf(16, 0.3), flagOf(17, 0.26)],
      difference: null,
    });
    expect(ticketSentence(facts, { difference: 0.5 })).toMatch(
      / With the usual count at 15:00, the day's difference would fall by 45%\.$/,
    );
  });

  it('shows adjacent hours as one, without a ratio if nothing is usual', () => {
    const runs = [{ ...runOf(13, 15, 1, 0), usual: null }];
    const facts = factsOf({ runs, rank: null, contribution: null, surprise: null });
    expect(ticketSentence(facts)).toBe(`${SUBJECT} had 1 event from 13:00 to 15:00.`);
  });

  it('shows no ratio where less than one event is usual', () => {
    const few = (usual: [number, number], expected: number) => {
      const runs = [{ ...runOf(18, 19, 14, expected), usual }];
      return ticketSentence(factsOf({ runs, contribution: null, surprise: null }));
    };
    expect(few([0, 0.12], 0.02)).toBe(
      `${SUBJECT} had 14 events at 18:00, usually 0: the highest of 5 Wednesdays.`,
    );
    expect(few([0.3, 0.9], 0.6)).toContain('usually 0–1: the highest of 5 Wednesdays.');
  });

  it('names another rank, and the lowest', () => {
    const of = (place: number, basis: string) =>
      ticketSentence(factsOf({ rank: { place, of: 11, from: 'lowest' }, basis }));
    expect(of(2, '11 working days')).toMatch(/ the second lowest of 12 working days\./);
    expect(of(4, '1 day')).toMatch(/ the 4th lowest of 12 days\./);
  });

  it('shows what is new, silent or moved in the words of the finding', () => {
    const runs = [runOf(6, 7, 1, 0)];
    const sentence = newSentence(runs, { days: 31 });
    expect(ticketSentence(factsOf({ verdict: 'new', runs, sentence, surprise: 2 }))).toBe(
      `${SUBJECT} had 1 event at 06:00; none in 31 earlier days.`,
    );
    const silent = { contribution: null, surprise: 1.62, sentence: '0 at 09:00, usually 6–18.' };
    expect(ticketSentence(factsOf({ ...silent, verdict: 'silent' }))).toBe(
      `${SUBJECT} was silent: 0 at 09:00, usually 6–18. The surprise is 1.6 (threshold 1).`,
    );
    const moved = { contribution: null, surprise: 1.41, sentence: 'Same shape, 3 h later.' };
    expect(ticketSentence(factsOf({ ...moved, verdict: 'moved' }))).toBe(
      `${SUBJECT} was unusual. Same shape, 3 h later. The surprise is 1.4 (threshold 1).`,
    );
  });

  it('keeps the words about the whole day', () => {
    const like = 'Like a Sunday: 120 events, usually 900–1,000.';
    expect(ticketSentence(factsOf({ sentence: like, verdict: 'less' }))).toMatch(
      /^On .* was unusual\. Like a Sunday: 120 events, usually 900–1,000\. /,
    );
    const moved = `${factsOf().sentence} The whole day is 1 h later.`;
    expect(ticketSentence(factsOf({ sentence: moved }))).toMatch(
      /usually 12–14\. The whole day is 1 h later\. With the usual/,
    );
  });
});

describe('quietSentence', () => {
  const facts = {
    day: '2015-04-01',
    code: 'syslog severity 3',
    total: 299,
    usual_total: 288.6,
    basis: '4 Wednesdays',
    surprise: 0.61,
  };

  it('shows the total, what is usual, and how near the threshold is', () => {
    expect(quietSentence(facts)).toBe(
      'On Wednesday 1 April 2015 syslog severity 3 had 299 events, usually 289, compared with 4 Wednesdays. The surprise is 0.6 (threshold 1).',
    );
  });

  it('shows only the total if nothing was learned', () => {
    expect(quietSentence({ ...facts, total: 1, usual_total: null, surprise: null })).toBe(
      'On Wednesday 1 April 2015 syslog severity 3 had 1 event.',
    );
  });
});

describe('rankWords', () => {
  it('is an ordinal, also beyond the twentieth', () => {
    const words = [1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 24, 31, 111].map((place) =>
      rankWords({ place, of: 120, from: 'lowest' }, '120 days').replace('lowest of 121 days', ''),
    );
    const beyond = ['4th', '11th', '12th', '13th', '21st', '22nd', '23rd', '24th', '31st', '111th'];
    expect(words).toEqual(['the ', ...['second', 'third', ...beyond].map((one) => `the ${one} `)]);
  });
});
