import {
  answerOf,
  DAY,
  FakeLedger,
  FakeNode,
  SEVEN,
  settingsWith,
} from '../../../test/fixtures/notifying';
import { SILENT_ROWS } from '../../../test/fixtures/page_silence';
import { rowsOfMessage, type ReportMessage } from '../../../common/report';
import type { SettingsFile } from '../../../common/settings';
import { MS_PER_MINUTE } from '../../../common/time';
import { deliverDue } from './deliver_due';
import { rememberingLedger } from './remembering_ledger';

const { signal } = new AbortController();
const after = (minutes: number): Date => new Date(SEVEN.getTime() + minutes * MS_PER_MINUTE);
const namesOf = (message: ReportMessage | undefined): string[] =>
  message === undefined ? [] : rowsOfMessage(message).map(({ row }) => row.name);

async function look(node: FakeNode, notifications: SettingsFile['notifications'] = {}) {
  const before = node.sent.length;
  await deliverDue(settingsWith(notifications), node.ports(), signal);
  return node.sent.slice(before).map(([, message]) => message);
}

const node = (channels?: readonly string[]) => new FakeNode(new FakeLedger(), channels);

describe('the morning message', () => {
  it('is sent at its time and not before, in the zone of the settings', async () => {
    const one = node();
    one.now = after(-1);
    expect(await look(one)).toEqual([]);
    one.now = SEVEN;
    const [message] = await look(one);
    expect(message?.subject).toBe('Logwave, Wednesday 1 April 2015: 1 silent, 4 unusual');
    expect(message?.link).toBe(`https://kibana.example/app/logwave/day/${DAY}`);
  });

  it('is sent once a morning, however often and by however many nodes it is looked', async () => {
    const ledger = new FakeLedger();
    const nodes = [new FakeNode(ledger), new FakeNode(ledger), new FakeNode(ledger)];
    await Promise.all(nodes.map((one) => look(one)));
    for (const one of nodes) {
      one.now = after(300);
      await look(one);
    }
    expect(nodes.flatMap(({ sent }) => sent)).toHaveLength(1);
    expect(ledger.latest('mail')).toMatchObject({
      state: 'sent',
      to: ['mail@example.org'],
      at: SEVEN.toISOString(),
    });
  });

  it('is not marked as sent by a node that lacks its channel', async () => {
    const ledger = new FakeLedger();
    await look(new FakeNode(ledger, []));
    await look(new FakeNode(ledger, ['chat']));
    expect(ledger.latest('mail')).toBeUndefined();
    expect(await look(new FakeNode(ledger, ['mail']))).toHaveLength(1);
  });

  it('is tried again with growing pauses, at most six times', async () => {
    const one = node();
    one.fault = new Error('Nothing answers at mail.example.org:587.');
    const tries: number[] = [];
    const settings = settingsWith();
    for (let minute = 0; minute < 900; minute += 1) {
      one.now = after(minute);
      const before = one.said.length;
      await deliverDue(settings, one.ports(), signal);
      if (one.said.length > before) tries.push(minute);
    }
    expect(tries).toEqual([0, 1, 6, 21, 81, 321]);
    expect((one.ledger as FakeLedger).latest('mail')).toMatchObject({
      state: 'failed',
      attempts: 6,
      words: 'Nothing answers at mail.example.org:587.',
    });
  });

  it('arrives late where the server comes back', async () => {
    const one = node();
    one.fault = new Error('no');
    await look(one);
    one.fault = undefined;
    one.now = after(1);
    expect(await look(one)).toHaveLength(1);
  });

  it('is not sent again where it may have arrived, and the next morning says so', async () => {
    const one = node();
    one.fault = Object.assign(new Error('mail did not answer in time.'), { mayHaveArrived: true });
    await look(one);
    one.fault = undefined;
    one.now = after(600);
    expect(await look(one)).toEqual([]);
    one.now = after(24 * 60);
    one.days = [{ day: '2015-04-02', state: 'analyzed', words: null, attempt: 'two' }];
    one.answers.set('2015-04-02', answerOf('2015-04-02', 'two'));
    const [message] = await look(one);
    expect(message?.alarms).toEqual([
      'The message of 2015-04-02 may not have arrived. mail did not answer in time.',
    ]);
  });

  it('is not sent again by a node that finds one cut off while sending', async () => {
    const one = node();
    const delivery = {
      morning: '2015-04-02',
      state: 'sending' as const,
      at: SEVEN.toISOString(),
      attempts: 1,
      to: [],
      words: null,
    };
    await one.ledger.write('mail', { version: 1, deliveries: [delivery], told: [] }, null, signal);
    one.now = after(29);
    expect(await look(one)).toEqual([]);
    one.now = after(30);
    expect(await look(one)).toEqual([]);
    expect((one.ledger as FakeLedger).latest('mail')?.state).toBe('unknown');
  });

  it('keeps to the weekdays, and then reports the days between as well', async () => {
    const one = node();
    const days = { weekdays: ['thursday', 'monday'] as const };
    const settings = { weekdays: [...days.weekdays] };
    expect(await look(one, settings)).toHaveLength(1);
    one.now = after(24 * 60);
    expect(await look(one, settings)).toEqual([]);
    one.now = after(4 * 24 * 60);
    const later = ['2015-04-02', '2015-04-03', '2015-04-04', '2015-04-05'];
    one.days = later.map((day) => ({ day, state: 'analyzed', words: null, attempt: day }));
    for (const day of later) one.answers.set(day, answerOf(day, day));
    const [message] = await look(one, settings);
    expect(message?.report?.day).toBe('2015-04-05');
    expect(message?.earlier.map(({ day }) => day)).toEqual(later.slice(0, 3));
  });
});

describe('what went wrong is the message', () => {
  it.each([
    ['missed', null, '2015-04-01 was not analyzed.'],
    ['failed', 'no connection', 'The analysis of 2015-04-01 failed: no connection.'],
    ['canceled', 'canceled', 'The analysis of 2015-04-01 was canceled.'],
  ] as const)('a day that is %s', async (state, words, alarm) => {
    const one = node();
    one.days = [{ day: DAY, state, words, attempt: state === 'missed' ? null : 'one' }];
    const [message] = await look(one, { channels: [{ channel: 'mail', quiet_days: false }] });
    expect(message).toMatchObject({ alarms: [alarm], report: null });
    expect(await look(one)).toEqual([]);
  });

  it('a partial day is reported with its findings', async () => {
    const one = node();
    one.days = [{ day: DAY, state: 'partial', words: 'syslog: unreadable', attempt: 'one' }];
    const [message] = await look(one);
    expect(message?.alarms).toEqual(['2015-04-01 was only partly analyzed: syslog: unreadable.']);
    expect(namesOf(message)).toHaveLength(5);
    expect(message?.subject).toMatch(/, with a problem$/);
  });

  it('is reported without its reason if names are left out, since reasons name hosts and users', async () => {
    for (const state of ['failed', 'partial'] as const) {
      const one = node();
      one.days = [{ day: DAY, state, words: 'web1 refused ana', attempt: 'one' }];
      one.seen = { trouble: 'ana may not read web1' };
      const channels = [{ channel: 'mail', names: false }];
      const [message] = await look(one, { channels });
      expect(message?.alarms[0]).toContain('the page of the day has the reason');
      expect(JSON.stringify(message)).not.toMatch(/web1|ana may/);
    }
  });

  it('has no names of the schedule, of errors and of recipients if names are left out', async () => {
    const channels = [{ channel: 'mail', names: false }];
    const warned = node();
    warned.seen = { warning: 'The key of the schedule (of ana, since 2015-03-01) has expired.' };
    const [warning] = await look(warned, { channels });
    expect(warning?.alarms).toEqual(["The schedule needs attention: Logwave's page says why."]);
    const refused = node();
    refused.seen = { refused: 'The state of 2015-04-01 is unknown: web1 does not answer.' };
    const [unknown] = await look(refused, { channels });
    expect(unknown?.alarms).toEqual([
      'The state of 2015-04-01 is unknown: the page of the day has the reason.',
    ]);
    const lost = node();
    lost.fault = Object.assign(new Error('web1 refused ana@example.org.'), {
      mayHaveArrived: true,
    });
    await look(lost, { channels });
    lost.fault = undefined;
    lost.now = after(24 * 60);
    const [next] = await look(lost, { channels });
    expect(next?.alarms).toContain('The message of 2015-04-02 may not have arrived.');
    expect(JSON.stringify(next)).not.toMatch(/web1|ana@/);
  });

  it('a day at work is waited for, for an hour', async () => {
    const one = node();
    one.days = [{ day: DAY, state: 'running', words: 'running', attempt: 'one' }];
    one.now = after(59);
    expect(await look(one)).toEqual([]);
    one.now = after(60);
    const [message] = await look(one);
    expect(message?.alarms).toEqual(['The analysis of 2015-04-01 is not done yet.']);
  });

  it('a process that has just begun catches up first', async () => {
    const one = node();
    one.days = [{ day: DAY, state: 'missed', words: 'not analyzed', attempt: null }];
    const ports = { ...one.ports(), since: after(-9) };
    await deliverDue(settingsWith(), ports, signal);
    expect(one.sent).toEqual([]);
    await deliverDue(settingsWith(), { ...ports, since: after(-10) }, signal);
    expect(one.sent).toHaveLength(1);
  });

  it('a key that expires soon, and one that no longer works', async () => {
    const one = node();
    one.seen = { warning: 'The schedule will soon stop.' };
    expect((await look(one))[0]?.alarms).toEqual(['The schedule will soon stop.']);
    const other = node();
    other.seen = { refused: 'The key of the schedule has expired.' };
    const [message] = await look(other);
    expect(message).toMatchObject({
      alarms: ['The key of the schedule has expired.'],
      report: null,
      subject: 'Logwave, Wednesday 1 April 2015: not known',
    });
  });

  it('is sent also where the ledger itself does not answer, once', async () => {
    const ledger = new FakeLedger();
    const down = { ...ledger, read: () => Promise.reject(new Error('down')) };
    let isDown = true;
    const store = rememberingLedger(
      {
        read: (channel) => (isDown ? down.read() : ledger.read(channel)),
        write: (channel, written, version) => ledger.write(channel, written, version),
      },
      () => true,
    );
    const one = new FakeNode(store);
    one.seen = { refused: 'Elasticsearch does not answer.' };
    expect(await look(one)).toHaveLength(1);
    one.now = after(5);
    expect(await look(one)).toEqual([]);
    isDown = false;
    one.seen = {};
    one.now = after(10);
    expect(await look(one)).toEqual([]);
  });
});

describe('nothing is reported twice', () => {
  const NEXT = '2015-04-02';
  async function twoMornings(
    change: (one: FakeNode) => void,
    notifications: SettingsFile['notifications'] = {},
  ) {
    const one = node();
    await look(one, notifications);
    one.now = after(24 * 60);
    one.days = [...one.days, { day: NEXT, state: 'analyzed', words: null, attempt: 'two' }];
    one.answers.set(NEXT, answerOf(NEXT, 'two'));
    change(one);
    return (await look(one, notifications))[0];
  }

  it('a silence is new on its first morning, and one line afterward', async () => {
    const message = await twoMornings(() => undefined);
    expect(message?.report?.silent).toEqual([]);
    expect(message?.report?.unusual).toHaveLength(4);
    expect(message?.remarks).toEqual(['Still silent: Bounce notices.']);
  });

  it('a silent host is reported on its first morning, and named in one line afterward', async () => {
    const silences = SILENT_ROWS.slice(0, 1);
    const one = node();
    one.answers.set(DAY, { ...answerOf(DAY, 'one'), silences });
    const [first] = await look(one);
    expect(first?.subject).toContain('2 silent');
    expect(first?.report?.silences.map(({ name }) => name)).toEqual(['files1.example.org']);
    one.now = after(24 * 60);
    one.days = [...one.days, { day: NEXT, state: 'analyzed', words: null, attempt: 'two' }];
    one.answers.set(NEXT, { ...answerOf(NEXT, 'two'), silences });
    const [second] = await look(one);
    expect(second?.report?.silences).toEqual([]);
    expect(second?.remarks).toEqual(['Still silent: files1.example.org, Bounce notices.']);
  });

  it('with only new findings what continues is counted', async () => {
    const only = { channels: [{ channel: 'mail', only_new: true }] };
    const message = await twoMornings(() => undefined, only);
    expect(namesOf(message)).toEqual([]);
    expect(message?.remarks).toEqual([
      'Still silent: Bounce notices.',
      '4 findings as on the day before.',
    ]);
  });

  it('a day analyzed again reports only what changed', async () => {
    const one = node();
    one.answers.set(
      DAY,
      answerOf(DAY, 'one', (name) => name !== 'Syslog notice'),
    );
    await look(one);
    one.now = after(24 * 60);
    one.days = [
      { day: DAY, state: 'analyzed', words: null, attempt: 'again' },
      { day: NEXT, state: 'analyzed', words: null, attempt: 'two' },
    ];
    one.answers.set(
      DAY,
      answerOf(DAY, 'again', (name) => name !== 'File checksum changed'),
    );
    one.answers.set(
      NEXT,
      answerOf(NEXT, 'two', () => false),
    );
    const [message] = await look(one);
    expect(
      message?.earlier.map(({ day, unusual }) => [day, unusual.map(({ name }) => name)]),
    ).toEqual([[DAY, ['Syslog notice']]]);
    expect(message?.remarks).toEqual([
      '2015-04-01 was analyzed again. No longer unusual: 1 finding.',
    ]);
    one.now = after(2 * 24 * 60);
    one.days = [
      ...one.days,
      { day: '2015-04-03', state: 'analyzed', words: null, attempt: 'three' },
    ];
    one.answers.set(
      '2015-04-03',
      answerOf('2015-04-03', 'three', () => false),
    );
    expect((await look(one))[0]?.earlier).toEqual([]);
  });

  it('a day that failed is reported once it was analyzed', async () => {
    const one = node();
    one.days = [{ day: DAY, state: 'failed', words: 'no', attempt: 'one' }];
    await look(one);
    one.now = after(24 * 60);
    one.days = [
      { day: DAY, state: 'analyzed', words: null, attempt: 'one' },
      { day: NEXT, state: 'analyzed', words: null, attempt: 'two' },
    ];
    one.answers.set(
      NEXT,
      answerOf(NEXT, 'two', () => false),
    );
    const [message] = await look(one);
    expect(message?.earlier[0]?.unusual).toHaveLength(4);
  });

  it('what a person has judged or muted is counted, not sent', async () => {
    const one = node();
    one.settled = () => true;
    const [message] = await look(one);
    expect(namesOf(message)).toEqual([]);
    expect(message?.remarks).toEqual(['5 findings judged or muted.']);
  });
});

describe('who gets what', () => {
  it('follows verdicts, surprise and sources, and counts the rest', async () => {
    const one = node();
    const [message] = await look(one, {
      channels: [{ channel: 'mail', verdicts: ['silent', 'new'], sources: ['suricata', 'ossec'] }],
    });
    const all = namesOf(message).length;
    expect(all).toBeLessThan(5);
    expect(message?.remarks).toEqual([`${5 - all} findings that this channel does not get.`]);
    const strong = node();
    const [few] = await look(strong, { channels: [{ channel: 'mail', least_surprise: 1000 }] });
    expect(few?.report?.unusual.every(({ surprise }) => surprise === null)).toBe(true);
  });

  it('follows them for silent hosts too, and names none if names are left out', async () => {
    const silences = SILENT_ROWS.slice(0, 1);
    const [wanted, other] = [['syslog'], ['ossec']];
    const told = [];
    for (const sources of [wanted, other]) {
      const one = node();
      one.answers.set(DAY, { ...answerOf(DAY, 'one', () => false), silences });
      const [message] = await look(one, {
        channels: [{ channel: 'mail', sources, names: false }],
      });
      expect(JSON.stringify(message)).not.toContain('files1');
      told.push([message?.report?.silences.length, message?.remarks]);
    }
    expect(told).toEqual([
      [1, []],
      [0, ['1 finding that this channel does not get.']],
    ]);
  });

  it('skips a quiet day if the settings say so, and remembers that', async () => {
    const one = node();
    one.answers.set(
      DAY,
      answerOf(DAY, 'one', () => false),
    );
    const channels = [{ channel: 'mail', quiet_days: false }];
    expect(await look(one, { channels })).toEqual([]);
    expect((one.ledger as FakeLedger).latest('mail')?.state).toBe('quiet');
    expect(await look(node(), { channels })).toHaveLength(1);
  });

  it('does not take a day for quiet of which silence is not known, unless the channel gets none', async () => {
    const quiet = answerOf(DAY, 'one', () => false);
    const doubt = { ...quiet, run: { ...quiet.run, silence_not_known: 'the hosts of app' } };
    const skipping = { channel: 'mail', quiet_days: false } as const;
    const subjects = async (channel: typeof skipping & { verdicts?: ['more'] }) => {
      const one = node();
      one.answers.set(DAY, doubt);
      const sent = await look(one, { channels: [channel] });
      return sent.map(({ subject }) => subject);
    };
    const words = expect.stringContaining('not known whether silent: the hosts of app') as string;
    expect(await subjects(skipping)).toEqual([words]);
    expect(await subjects({ ...skipping, verdicts: ['more'] })).toEqual([]);
  });

  it('says to a channel of some sources of which of them silence is not known', async () => {
    const quiet = answerOf(DAY, 'one', () => false);
    const words = 'ossec; the hosts of app, syslog';
    const doubt = {
      ...quiet,
      run: {
        ...quiet.run,
        silence_not_known: words,
        silence_not_known_of: { sources: ['ossec'], hosts_of: ['app', 'syslog'] },
      },
      head: { ...quiet.head, summary: `Nothing unusual. Not known whether silent: ${words}.` },
    };
    const sentTo = async (...sources: string[]) => {
      const one = node();
      one.answers.set(DAY, doubt);
      const sent = await look(one, { channels: [{ channel: 'mail', quiet_days: false, sources }] });
      return sent.map(({ subject, report }) => [
        /not known .*/.exec(subject)?.[0],
        report?.headline.replace(/^Nothing unusual\. /, ''),
      ]);
    };
    const said = (which: string) => [
      [`not known whether silent: ${which}`, `Not known whether silent: ${which}.`],
    ];
    expect(await sentTo()).toEqual(said(words));
    expect(await sentTo('syslog', 'suricata')).toEqual(said('the hosts of syslog'));
    expect(await sentTo('ossec', 'app')).toEqual(said('ossec; the hosts of app'));
    expect(await sentTo('suricata')).toEqual([]);
  });

  it('sends nothing by a channel that is turned off', async () => {
    expect(await look(node(), { channels: [{ channel: 'mail', enabled: false }] })).toEqual([]);
  });
});

describe('a heartbeat', () => {
  it('comes last, and only when the day has its result and all channels have theirs', async () => {
    const one = node(['alive', 'mail']);
    one.fault = new Error('no');
    await look(one);
    expect(one.sent).toEqual([]);
    one.fault = undefined;
    one.now = after(2);
    await look(one);
    expect(one.sent.map(([name]) => name)).toEqual(['mail', 'alive']);
  });

  it('does not come where the day was not analyzed', async () => {
    const one = node(['alive', 'mail']);
    one.days = [{ day: DAY, state: 'failed', words: 'no', attempt: 'one' }];
    await look(one);
    expect(one.sent.map(([name]) => name)).toEqual(['mail']);
  });
});
