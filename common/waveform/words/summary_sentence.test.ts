import fc from 'fast-check';
import {
  summarySentence,
  type DaySummary,
  type SilentSource,
  withNotKnown,
} from './summary_sentence';

const summary = (parts: Partial<DaySummary>): string =>
  summarySentence({
    series: 42,
    unusual: 0,
    not_judged: 0,
    below_floor: 0,
    silent: [],
    sources: 4,
    tagged: null,
    tagged_at_most: undefined,
    tagged_unsettled: undefined,
    notes: 0,
    bases: [],
    ...parts,
  });

const silent = (name: string, since = 0, is_to_the_end = true): SilentSource => ({
  name,
  since,
  is_to_the_end,
});

describe('summarySentence', () => {
  const bases = [{ basis: '4 Wednesdays', series: 42 }];

  it('says what is unusual, tagged and compared with', () => {
    expect(summary({ unusual: 5, tagged: 131, bases })).toBe(
      '5 of 42 series unusual. 131 documents tagged. Compared with 4 earlier Wednesdays.',
    );
    expect(summary({ unusual: 1, series: 1, tagged: 1, bases })).toBe(
      '1 of 1 series unusual. 1 document tagged. Compared with 4 earlier Wednesdays.',
    );
  });

  it('says of what it is not known whether it is silent, whatever was found', () => {
    const not_known = 'solo; the hosts of app, db';
    const words = 'Not known whether silent: solo; the hosts of app, db.';
    const noLogs = { place: 'unknown' } as const;
    expect(summary({ not_known })).toBe(`Nothing unusual in 42 series. ${words}`);
    expect(summary({ unusual: 5, not_known, notes: 1 })).toBe(
      `5 of 42 series unusual. ${words} 1 note about this run.`,
    );
    expect(summary({ series: 0, sources: 0, no_logs: noLogs, not_known })).toContain(words);
    expect(summary({ not_judged: 42, silent: [silent('OSSEC')], sources: 1, not_known })).toContain(
      words,
    );
    expect(summary({})).not.toContain('Not known');
  });

  it('says “at most” where a document with two tags may count twice', () => {
    expect(summary({ tagged: 2_310_000, tagged_at_most: true })).toContain(
      ' At most 2,310,000 documents tagged.',
    );
  });

  it('does not count documents as tagged whose answers were lost', () => {
    expect(summary({ tagged: 0, tagged_unsettled: 957 })).toContain(
      ' 0 documents tagged, and up to 957 more: analyze the day with tagging, or untag it, to find out.',
    );
  });

  it('says how many are not judged yet, once one is judged', () => {
    expect(summary({ unusual: 5, unjudged: 3 })).toMatch(
      /^5 of 42 series unusual, 3 not yet judged\./,
    );
    expect(summary({ unusual: 5, unjudged: 0 })).toMatch(/^5 of 42 series unusual, all judged\./);
  });

  it('says how many incidents the series are, if several show the same', () => {
    expect(summary({ unusual: 7, incidents: 6 })).toMatch(
      /^7 of 42 series unusual \(6 incidents\)\./,
    );
    expect(summary({ unusual: 2, incidents: 1, unjudged: 1 })).toMatch(
      /^2 of 42 series unusual \(1 incident\), 1 not yet judged\./,
    );
    expect(summary({ unusual: 5, incidents: 5 })).toMatch(/^5 of 42 series unusual\./);
  });

  it('says that a day has no logs, and where it is among those that have', () => {
    const nothing = { series: 0, sources: 0 };
    const before = { place: 'before', first: '2015-03-01' } as const;
    expect(summary({ ...nothing, no_logs: before, notes: 2 })).toBe(
      'No logs for this day: the first are from 1 March 2015. Nothing could be assessed. 2 notes about this run.',
    );
    expect(summary({ ...nothing, no_logs: { place: 'after', last: '2015-04-01' } })).toBe(
      'No logs for this day: the last are from 1 April 2015. Nothing could be assessed.',
    );
    expect(summary({ not_judged: 42, no_logs: { place: 'between' } })).toBe(
      'No logs for this day, although there are logs before and after it. Nothing could be assessed.',
    );
    expect(summary({ ...nothing, no_logs: { place: 'unknown' } })).toBe(
      'No logs for this day. Nothing could be assessed.',
    );
  });

  it('says first that the analysis did not end, and calls nothing usual then', () => {
    const unended = 'The analysis of this day did not end.';
    expect(summary({ unended })).toBe(`${unended} No finding in 42 series.`);
    expect(summary({ unended, series: 0, unusual: 7 })).toBe(`${unended} 7 series unusual.`);
    expect(summary({ unended, series: 0, sources: 0 })).toBe(unended);
    expect(summary({ unended: null })).toBe('Nothing unusual in 42 series.');
  });

  it('keeps the finding that all sources are silent', () => {
    const all = { not_judged: 42, sources: 1, silent: [silent('Syslog')] };
    expect(summary({ ...all, no_logs: { place: 'between' } })).toBe(
      'No logs from any source since 00:00; nothing could be assessed.',
    );
  });

  it('does not report more unusual series than there are', () => {
    expect(summary({ unusual: 1, series: 0 })).toBe('1 series unusual.');
    expect(summary({ unusual: 3, series: 2 })).toBe('3 series unusual.');
  });

  it('says that nothing is unusual where all series were assessed and none is', () => {
    expect(summary({})).toBe('Nothing unusual in 42 series.');
    expect(summary({ series: 0 })).toBe('No series to assess.');
  });

  it('counts what could not be assessed', () => {
    expect(summary({ series: 1_042, not_judged: 3, notes: 1 })).toBe(
      'No finding in the 1,039 series that could be assessed. 3 not assessed. 1 note about this run.',
    );
    expect(summary({ not_judged: 42 })).toBe('None of 42 series could be assessed.');
    expect(summary({ unusual: 5, not_judged: 1 })).toBe('5 of 42 series unusual. 1 not assessed.');
  });

  it('counts what is below the minimums of the settings', () => {
    expect(summary({ below_floor: 1 })).toBe('No finding in 42 series. 1 below its minimum.');
    expect(summary({ below_floor: 1_200 })).toContain('1,200 below their minimums.');
  });

  it('names the sources that are silent', () => {
    expect(summary({ series: 45, not_judged: 9, silent: [silent('OSSEC')] })).toBe(
      '1 source silent: OSSEC. No finding in the 36 series that could be assessed. 9 not assessed.',
    );
    const many = ['a', 'b', 'c', 'd', 'e'].map((name) => silent(name));
    expect(summary({ sources: 9, silent: many })).toBe(
      '5 sources silent: a, b, c and 2 more. No finding in 42 series.',
    );
  });

  it('counts silent sources and unusual series together, as the rows do', () => {
    expect(summary({ unusual: 2, not_judged: 9, silent: [silent('OSSEC')] })).toBe(
      '3 findings: 1 source silent (OSSEC), and 2 of 42 series unusual. 9 not assessed.',
    );
  });

  it('names hosts and series that are silent without a finding', () => {
    const web2 = { kind: 'host', name: 'web2' } as const;
    const sshd = { kind: 'series', name: 'sshd' } as const;
    expect(summary({ series: 44, silences: [web2] })).toBe(
      '1 host silent: web2. No finding in 44 series.',
    );
    expect(summary({ series: 44, not_judged: 4, silences: [web2] })).toBe(
      '1 host silent: web2. No finding in the 40 series that could be assessed. 4 not assessed.',
    );
    expect(summary({ series: 44, unusual: 1, silences: [web2] })).toBe(
      '1 host silent: web2. 1 of 44 series unusual.',
    );
    expect(summary({ unusual: 2, silent: [silent('OSSEC')], silences: [sshd, web2] })).toBe(
      '1 source, 1 host and 1 series silent: OSSEC, web2, sshd. 2 of 42 series unusual.',
    );
    const hosts = ['a', 'b', 'c', 'd'].map((name) => ({ kind: 'host', name }) as const);
    expect(summary({ silences: hosts })).toMatch(/^4 hosts silent: a, b, c and 1 more\. /);
    expect(summary({ series: 0, silences: [web2] })).toBe('1 host silent: web2.');
    const noLogs = { place: 'after', last: '2015-04-01' } as const;
    expect(summary({ series: 0, sources: 0, silences: [web2], no_logs: noLogs })).toBe(
      'No logs for this day: the last are from 1 April 2015. 1 host silent: web2. Nothing could be assessed.',
    );
  });

  it('counts what had been silent before all logging stopped', () => {
    const all = ['a', 'b'].map((name) => silent(name));
    const web2 = { kind: 'host', name: 'web2' } as const;
    const silences = [web2, { kind: 'source', name: 'Postfix' }] as const;
    expect(summary({ sources: 2, not_judged: 42, silent: all, silences: [web2] })).toBe(
      'No logs from any source since 00:00; nothing could be assessed. Also silent: 1 host (web2).',
    );
    expect(summary({ sources: 2, silent: all, silences })).toBe(
      'No logs from any source since 00:00. Also silent: 1 source and 1 host (Postfix, web2). No finding in 42 series.',
    );
  });

  it('says that all logging has stopped, and since when', () => {
    const all = ['a', 'b', 'c', 'd'].map((name) => silent(name));
    expect(summary({ not_judged: 42, silent: all })).toBe(
      'No logs from any source since 00:00; nothing could be assessed.',
    );
    const from = [8, 9, 9, 8].map((hour, place) => silent(`source ${place}`, hour));
    expect(summary({ silent: from })).toBe(
      'No logs from any source since 09:00. No finding in 42 series.',
    );
    const back = [...all.slice(1), silent('a', 24, false)];
    expect(summary({ silent: back })).toMatch(/^4 sources silent: /);
  });

  it('says that series differ in what they are compared with', () => {
    const mixed = [
      { basis: '22 working days', series: 1 },
      { basis: '31 days', series: 2 },
    ];
    expect(summary({ bases: mixed })).toBe(
      'Nothing unusual in 42 series. Mostly compared with 31 earlier days.',
    );
  });

  it('never says “nothing unusual” where a row is flagged or was not assessed', () => {
    const number = fc.integer({ min: 0, max: 30 });
    const sources = fc.array(fc.record({ since: number, is_to_the_end: fc.boolean() }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(number, number, number, number, sources, number, (...drawn) => {
        const [unusual, out, below, usual, quiet, hosts] = drawn;
        const silences = Array.from(
          { length: hosts },
          () => ({ kind: 'host', name: 'y' }) as const,
        );
        const words = summary({
          series: unusual + out + below + usual,
          unusual,
          not_judged: out,
          below_floor: below,
          silences,
          silent: quiet.map(({ since, ...rest }) => ({ name: 'x', since: since % 25, ...rest })),
        });
        const isQuiet = unusual + out + below + quiet.length + hosts === 0;
        expect(words.includes('Nothing unusual')).toBe(isQuiet && usual > 0);
        if (unusual === 0) return;
        if (hosts === 0) expect(words).toMatch(new RegExp(`^${unusual + quiet.length} `));
        else {
          expect(words).toContain(`${hosts} host`);
          expect(words).toMatch(new RegExp(`silent: .*\\. ${unusual} of `));
        }
      }),
    );
  });
});

describe('withNotKnown', () => {
  it('makes the summary that it would have been', () => {
    const of = (words: string | undefined): string =>
      summary({ not_known: words, silent: [silent('OSSEC')], notes: 2 });
    for (const other of ['app; the hosts of db', undefined]) {
      expect(
        withNotKnown(of('solo; the hosts of app'), 'solo; the hosts of app', other ?? null),
      ).toBe(of(other));
    }
    expect(withNotKnown('Nothing unusual.', 'solo', 'app')).toBe('Nothing unusual.');
  });
});
