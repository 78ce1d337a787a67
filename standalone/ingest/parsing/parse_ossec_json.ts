import { integerAt, readJson, recordAt, textAt, type JsonRecord } from './json_record';
import type { ParseContext, ParseResult } from '../documents/log_document';
import { instantOfIso } from './timestamps';

/** OSSEC has written its `TimeStamp` in seconds and in milliseconds: seconds are far smaller. */
const SMALLEST_MS = 100_000_000_000;
/** Seconds since 1970 and a place in the log: the same in `alerts.json` and `alerts.log`. */
const ALERT_NUMBER = /^\d{1,12}\.\d{1,20}$/;
/** `(web1) 192.0.2.7->/var/log/auth.log` names an agent, `web1->/var/log/auth.log` a host. */
const LOCATION = /^(?:\(([^)]+)\) )?([^\s>]+)->/;

/** The host that a location of OSSEC names. */
export function hostOfLocation(location: string): string | undefined {
  const match = LOCATION.exec(location);
  return match?.[1] ?? match?.[2];
}

function instantOf(alert: JsonRecord, context: ParseContext): number | undefined {
  const epoch = integerAt(alert, 'TimeStamp');
  if (epoch !== undefined) return epoch < SMALLEST_MS ? epoch * 1000 : epoch;
  const timestamp = textAt(alert, 'timestamp');
  return timestamp === undefined ? undefined : instantOfIso(timestamp, context);
}

function hostOf(alert: JsonRecord): string | undefined {
  const agent = recordAt(alert, 'agent');
  return (
    (agent === undefined ? undefined : textAt(agent, 'name')) ??
    textAt(alert, 'agent_name') ??
    textAt(alert, 'hostname') ??
    hostOfLocation(textAt(alert, 'location') ?? '')
  );
}

/** An event of Wazuh's `archives.json` without a rule is not an alert, but has time and host. */
function eventWithoutRule(event: JsonRecord, instant: number | undefined): ParseResult {
  const host = hostOf(event);
  return {
    ok: false,
    type: 'ossec',
    ...(instant === undefined ? {} : { instant }),
    ...(host === undefined ? {} : { host }),
  };
}

/** Whether a JSON object is an alert, or an event of Wazuh's archives. */
export function isOssecEvent(event: JsonRecord): boolean {
  if (recordAt(event, 'rule') !== undefined) return true;
  return recordAt(event, 'manager') !== undefined && textAt(event, 'location') !== undefined;
}

/** Reads a line of `alerts.json`, as OSSEC (`rule.sidid`) or Wazuh (`rule.id`) writes it. */
export function parseOssecJson(line: string, context: ParseContext): ParseResult {
  const failure = { ok: false, type: 'ossec' } as const;
  const alert = readJson(line);
  const rule = alert === undefined ? undefined : recordAt(alert, 'rule');
  if (alert === undefined) return failure;
  const instant = instantOf(alert, context);
  if (rule === undefined) return eventWithoutRule(alert, instant);

  const ruleNumber = integerAt(rule, 'sidid') ?? integerAt(rule, 'id');
  const level = integerAt(rule, 'level');
  const number = ALERT_NUMBER.exec(textAt(alert, 'id') ?? '')?.[0];
  if (instant === undefined || ruleNumber === undefined || level === undefined) return failure;
  return {
    ok: true,
    type: 'ossec',
    format: 'OSSEC or Wazuh JSON',
    instant,
    host: hostOf(alert),
    fields: { rule_number: ruleNumber, rule_level: level },
    ...(number === undefined ? {} : { number }),
  };
}
