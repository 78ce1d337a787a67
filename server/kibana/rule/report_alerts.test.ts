import { type Before, clientTwin, factoryTwin, type Told } from '../../../test/fixtures/rule_twins';
import type { RuleServices } from '../contracts';
import type { FoundAlert } from './found_alert';
import { reportAlerts } from './report_alerts';

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

  it('reports each alert with its context', () => {
    const told = report([found('cron'), found('web')]);
    expect([...told.active.keys()]).toEqual(['cron', 'web']);
    expect(told.active.get('web')).toMatchObject({ sentence: 'web is unusual', who: 'Syslog' });
    expect(told.isLimitReached).toBe(false);
  });

  it('says about a recovered alert what it was about', () => {
    const { context } = found('web');
    const told = report([found('cron')], new Map([['web', { context }]]));
    expect([...told.recovered]).toEqual([['web', context]]);
  });

  it('says nothing of a recovered alert of which nothing is remembered', () => {
    const told = report([], new Map([['web', {}]]));
    expect([...told.recovered]).toEqual([['web', {}]]);
  });

  it('reports as many as the rule allows, and that there were more', () => {
    const told = report(['a', 'b', 'c', 'd'].map(found));
    expect([...told.active.keys()]).toEqual(['a', 'b', 'c']);
    expect(told.isLimitReached).toBe(true);
  });
});

describe('reportAlerts', () => {
  it('throws if there is neither', () => {
    const services = { scopedClusterClient: { asCurrentUser }, alertFactory: null };
    expect(() => reportAlerts(services, [])).toThrow('no way to report alerts');
  });
});
