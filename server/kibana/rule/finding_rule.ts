import { hasResult } from '../../../common/api';
import { findingsOf } from '../../../common/report';
import { FINDING_RULE } from '../../../common/rule';
import { addDays, dayAt, type Day } from '../../../common/time';
import { drawLedger, findingsOfDay } from '../../answers';
import { CHECKED_DAYS } from '../../app/counting';
import { checkedClient } from '../../elastic/asking';
import { type Caller, createReader, fetchSettled, type Services, silencesOf } from '../../wiring';
import type { RuleRun, RuleType } from '../contracts';
import {
  ALERT_GROUP,
  alertsOf,
  type AlertWords,
  CONTEXT_VARIABLES,
  type FoundAlert,
} from './found_alert';
import { reportAlerts } from './report_alerts';

/** The inputs of checks; available once Kibana has started. */
export interface RulePorts {
  readonly services: Pick<Services, 'settings' | 'now'>;
  /** Where the page shows a day in a space; empty if the address of Kibana is not known. */
  readonly linkTo: (day: Day, space: string) => string;
}

/** The user who saved the rule: its key has the rights of that user. */
function callerOf({ rule, services }: RuleRun): Caller {
  return {
    name: rule.updatedBy ?? rule.createdBy ?? null,
    client: checkedClient(services.scopedClusterClient.asCurrentUser),
    can: () => Promise.resolve(false),
    request: null,
  };
}

/**
 * What to alert about: the findings of the latest day with results, which is the day before
 * yesterday until the morning's analysis, and what is silent now. Judged and muted findings are
 * left out.
 */
async function foundNow(
  run: RuleRun,
  { services, linkTo }: RulePorts,
  signal: AbortSignal,
): Promise<FoundAlert[]> {
  const now = services.now();
  const { settings } = await services.settings.load(signal);
  const caller = callerOf(run);
  const reader = createReader(caller);
  const names = new Map(settings.sources.map(({ id, name }) => [id, name]));
  const words: AlertWords = {
    linkTo: (day) => linkTo(day, run.spaceId),
    sourceName: (id) => names.get(id) ?? id,
  };
  const today = dayAt(now.getTime(), settings.zone);
  const range = { from: addDays(today, -CHECKED_DAYS), to: addDays(today, -1) };
  const { days } = await drawLedger(reader, now, settings, range, signal);
  const day = days.filter(hasResult).at(-1)?.day;
  const isSettled = await fetchSettled(caller.client, now, signal);
  const silences = await silencesOf(caller.client, settings, today, now, signal);
  if (day === undefined) return alertsOf({ silences, today, findings: [], day: today }, words);
  const answer = await findingsOfDay(reader, { settings, day, now }, signal);
  const findings = findingsOf(answer).filter((finding) => !isSettled(finding, day));
  return alertsOf({ silences, today, findings, day }, words);
}

/** The rule type *Logwave finding*, as it is registered with Kibana's alerting. */
export function findingRule(ports: () => Promise<RulePorts>): RuleType {
  return {
    id: FINDING_RULE,
    name: 'Logwave finding',
    actionGroups: [{ id: ALERT_GROUP, name: 'Unusual or silent' }],
    defaultActionGroupId: ALERT_GROUP,
    actionVariables: { context: CONTEXT_VARIABLES },
    // It has no settings of its own. Logwave's settings decide what is unusual.
    validate: { params: { validate: () => ({}) } },
    minimumLicenseRequired: 'basic',
    isExportable: true,
    category: 'securitySolution',
    producer: 'logwave',
    solution: 'stack',
    defaultScheduleInterval: '1h',
    ruleTaskTimeout: '10m',
    doesSetRecoveryContext: true,
    async executor(run) {
      // Kibana itself aborts the searches of a check that takes too long.
      const { signal } = new AbortController();
      reportAlerts(run.services, await foundNow(run, await ports(), signal));
      return { state: {} };
    },
  };
}
