import type { RowFinding } from '../../../common/api';
import { findingsOf } from '../../../common/report';
import { ordinaryDay } from '../../../test/fixtures/page_day';
import { type Before, factoryTwin, type Told } from '../../../test/fixtures/rule_twins';
import type { RuleServices } from '../contracts';
import { alertsOf, type AlertWords, type Found, type FoundAlert } from './found_alert';
import { reportAlerts } from './report_alerts';

const DAY = '2015-04-01';
const words: AlertWords = {
  linkTo: (day) => `https://kibana.example/app/logwave/day/${day}`,
  sourceName: (id) => `The source ${id}`,
};

/** The first findings of the ordinary day, in these incidents. */
function findingsIn(...incidents: readonly (string | null)[]): RowFinding[] {
  const found = findingsOf(ordinaryDay());
  return incidents.flatMap((incident, place) => {
    const finding = found[place];
    return finding === undefined ? [] : [{ ...finding, incident }];
  });
}

function alertsFor(part: Partial<Found>): FoundAlert[] {
  const none = { silences: [], today: '2015-04-02', findings: [], day: DAY };
  return alertsOf({ ...none, ...part }, words);
}

const silence = {
  source: 'syslog',
  host: 'web1',
  subtype: null,
  series_name: 'web1',
  sentence: 'Silent for 9 hours.',
  below: [],
};

describe('alertsOf', () => {
  it('makes one alert of two findings of one incident, named after the first', () => {
    const findings = findingsIn('one', null, 'one');
    const alerts = alertsFor({ findings });
    expect(alerts.map(({ context }) => context.series)).toEqual(
      findings.slice(0, 2).map(({ series_name: name }) => name),
    );
    expect(alerts[0]?.id).toBe(`${DAY} one`);
    expect(alerts[0]?.context).toMatchObject({ day: DAY, link: words.linkTo(DAY) });
  });

  it('makes one alert of a silence, however long it lasts, and none of a stream that is late', () => {
    const states = ['silent', 'late', 'recovered'] as const;
    const silences = states.map((state) => ({
      ...silence,
      state,
      host: `${state}.example`,
      series_name: `${state}.example`,
    }));
    const alerts = [DAY, '2015-04-02'].map((today) => alertsFor({ silences, today }));
    expect(alerts.flat().map(({ context }) => [context.series, context.day])).toEqual([
      ['silent.example', DAY],
      ['silent.example', '2015-04-02'],
    ]);
    expect(new Set(alerts.flat().map(({ id }) => id)).size).toBe(1);
  });

  it('makes one alert of a silence and of the finding that says the same', () => {
    const [finding] = findingsIn(null);
    if (finding === undefined) throw new Error('the fixture has no finding');
    const { source, subtype } = finding;
    const ofSeries = { ...silence, source, host: null, subtype, state: 'silent' as const };
    const findings = [{ ...finding, verdict: 'silent' as const }];
    const idsWith = (silences: Found['silences']) =>
      alertsFor({ silences, findings }).map(({ id }) => id);
    expect(idsWith([ofSeries])).toEqual([expect.stringMatching(/^silence /)]);
    expect(idsWith([{ ...ofSeries, host: 'web1' }])).toHaveLength(2);
    expect(idsWith([{ ...ofSeries, state: 'late' }])).toEqual([expect.stringMatching(DAY)]);
    const more = alertsFor({ silences: [ofSeries], findings: findingsIn(null) });
    expect(more).toHaveLength(2);
  });
});

/** Two checks of one rule; what the second one told. */
function checkedTwice(first: Partial<Found>, second: Partial<Found>): Told {
  const check = (found: Partial<Found>, before: Before): Told => {
    const told: Told = { active: new Map(), recovered: new Map(), isLimitReached: undefined };
    const asCurrentUser = {} as RuleServices['scopedClusterClient']['asCurrentUser'];
    const services = { scopedClusterClient: { asCurrentUser }, ...factoryTwin(before, told) };
    reportAlerts(services, alertsFor(found));
    return told;
  };
  const { active } = check(first, new Map());
  return check(second, new Map([...active].map(([id, context]) => [id, { context }])));
}

describe('the alert of an incident', () => {
  it('stays the same alert while one of its findings is left', () => {
    const [, ...others] = findingsIn('one', 'one');
    const told = checkedTwice({ findings: findingsIn('one', 'one') }, { findings: others });
    expect([...told.active.keys()]).toEqual([`${DAY} one`]);
    expect([...told.recovered]).toEqual([]);
  });

  it('recovers with the last of its findings, and says what it was about', () => {
    const findings = findingsIn('one', 'one');
    const told = checkedTwice({ findings }, {});
    expect([...told.active]).toEqual([]);
    expect([...told.recovered]).toEqual([
      [`${DAY} one`, expect.objectContaining({ sentence: findings[0]?.sentence, day: DAY })],
    ]);
  });
});

describe('the alert of a silence', () => {
  it('recovers with the next event', () => {
    const silent = { silences: [{ ...silence, state: 'silent' as const }] };
    const spoke = { silences: [{ ...silence, state: 'recovered' as const }] };
    const told = checkedTwice(silent, spoke);
    expect([...told.active]).toEqual([]);
    expect([...told.recovered.values()]).toEqual([
      expect.objectContaining({ series: 'web1', who: 'The source syslog, web1' }),
    ]);
  });
});
