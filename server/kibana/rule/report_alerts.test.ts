import type { AlertContext, AlertFactory, AlertsClient, RuleServices } from '../contracts';
import type { FoundAlert } from './found_alert';
import { reportAlerts } from './report_alerts';

const LIMIT = 3;

/** What the rule has told: alerts that are active, recovered, and whether there were too many. */
interface Told {
  readonly active: Map<string, AlertContext>;
  readonly recovered: Map<string, AlertContext>;
  isLimitReached: boolean | undefined;
}

type Before = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Twin of the factory of 8.12: recovered is what was active before and was not created again. */
function factoryTwin(before: Before, told: Told): Pick<RuleServices, 'alertFactory'> {
  const alertOf = (id: string) => {
    let state = before.get(id) ?? {};
    const alert: ReturnType<AlertFactory['create']> = {
      getId: () => id,
      getState: () => state,
      replaceState(given) {
        state = given;
        return alert;
      },
      scheduleActions: (_group, context) => void told.active.set(id, context),
      setContext: (context) => void told.recovered.set(id, context),
    };
    return alert;
  };
  return {
    alertFactory: {
      create: alertOf,
      alertLimit: {
        getValue: () => LIMIT,
        setLimitReached: (isReached) => void (told.isLimitReached = isReached),
      },
      done: () => ({
        getRecoveredAlerts: () =>
          [...before.keys()].filter((id) => !told.active.has(id)).map(alertOf),
      }),
    },
  };
}

/** Twin of its successor. */
function clientTwin(before: Before, told: Told): Pick<RuleServices, 'alertsClient'> {
  const alertsClient: AlertsClient = {
    report: ({ id, context }) => void told.active.set(id, context),
    getAlertLimitValue: () => LIMIT,
    setAlertLimitReached: (isReached) => void (told.isLimitReached = isReached),
    getRecoveredAlerts: () =>
      [...before]
        .filter(([id]) => !told.active.has(id))
        .map(([id, state]) => ({ alert: { getId: () => id, getState: () => state } })),
    setAlertData: ({ id, context }) => void told.recovered.set(id, context),
  };
  return { alertsClient };
}

function found(id: string): FoundAlert {
  const sentence = `${id} is unusual`;
  return { id, context: { sentence, series: id, day: '2026-11-28', link: '', who: 'Syslog' } };
}

const asCurrentUser = {} as RuleServices['scopedClusterClient']['asCurrentUser'];

describe.each([
  ['the factory', factoryTwin],
  ['the client of alerts', clientTwin],
])('reportAlerts by %s', (_name, twin) => {
  function report(alerts: readonly FoundAlert[], before: Before = new Map()): Told {
    const told: Told = { active: new Map(), recovered: new Map(), isLimitReached: undefined };
    const services = { scopedClusterClient: { asCurrentUser }, ...twin(before, told) };
    reportAlerts(services, alerts);
    return told;
  }

  it('tells each alert with its context', () => {
    const told = report([found('cron'), found('web')]);
    expect([...told.active.keys()]).toEqual(['cron', 'web']);
    expect(told.active.get('web')).toMatchObject({ sentence: 'web is unusual', who: 'Syslog' });
    expect(told.isLimitReached).toBe(false);
  });

  it('says of an alert that has recovered what it was about', () => {
    const { context } = found('web');
    const told = report([found('cron')], new Map([['web', { context }]]));
    expect([...told.recovered]).toEqual([['web', context]]);
  });

  it('says nothing of a recovered alert of which nothing is remembered', () => {
    const told = report([], new Map([['web', {}]]));
    expect([...told.recovered]).toEqual([['web', {}]]);
  });

  it('tells as many as the rule may, and that there were more', () => {
    const told = report(['a', 'b', 'c', 'd'].map(found));
    expect([...told.active.keys()]).toEqual(['a', 'b', 'c']);
    expect(told.isLimitReached).toBe(true);
  });
});

describe('reportAlerts', () => {
  it('throws where there is neither', () => {
    const services = { scopedClusterClient: { asCurrentUser }, alertFactory: null };
    expect(() => reportAlerts(services, [])).toThrow('no way to report alerts');
  });
});
