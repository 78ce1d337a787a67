import type { AlertContext, HeldAlert, RuleServices } from '../contracts';
import { ALERT_GROUP, type FoundAlert } from './found_alert';

/** What an alert remembers about itself, so that its recovery can be reported. */
function remembered(alert: HeldAlert): AlertContext {
  return (alert.getState()['context'] ?? {}) as AlertContext;
}

/** The first alerts, as many as the rule may report. */
function within(limit: number, alerts: readonly FoundAlert[], tell: (isReached: boolean) => void) {
  tell(alerts.length > limit);
  return alerts.slice(0, limit);
}

/**
 * Reports findings to the rule: through the factory if there is one, else through its successor. An
 * alert that is no longer reported has recovered, and says so with what it was about.
 *
 * @throws if the rule offers neither
 */
export function reportAlerts(services: RuleServices, alerts: readonly FoundAlert[]): void {
  const { alertFactory: factory, alertsClient: client } = services;
  if (factory) {
    const { alertLimit } = factory;
    const tell = (isReached: boolean) => alertLimit.setLimitReached(isReached);
    for (const { id, context } of within(alertLimit.getValue(), alerts, tell)) {
      factory.create(id).replaceState({ context }).scheduleActions(ALERT_GROUP, context);
    }
    for (const alert of factory.done().getRecoveredAlerts()) alert.setContext(remembered(alert));
  } else if (client) {
    const tell = (isReached: boolean) => client.setAlertLimitReached(isReached);
    for (const { id, context } of within(client.getAlertLimitValue(), alerts, tell)) {
      client.report({ id, actionGroup: ALERT_GROUP, state: { context }, context });
    }
    for (const { alert } of client.getRecoveredAlerts()) {
      client.setAlertData({ id: alert.getId(), context: remembered(alert) });
    }
  } else {
    throw new Error('this Kibana offers no way to report alerts that Logwave knows');
  }
}
