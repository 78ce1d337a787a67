import { bsdTime, isoTime, ossecTime } from './clock_text';
import type { Random } from './random';
import type { WriteRecord } from './stream';

/** A rule of OSSEC, and the lines that make it fire. */
export interface OssecRule {
  readonly rule: number;
  readonly level: number;
  readonly description: string;
  readonly groups: readonly string[];
  /** Name and address of the machine that it watches. */
  readonly agent: readonly [name: string, address: string];
  readonly location: string;
  readonly text: (random: Random) => string;
}

/** A signature of Suricata. */
export interface SuricataSignature {
  readonly signature: number;
  readonly description: string;
  readonly severity: number;
  readonly source: (random: Random) => string;
  readonly destination: (random: Random) => string;
  readonly port: number;
}

const SENSOR = 'ids1';
const MANAGER = 'hids1';

/** Alerts as OSSEC writes them to `alerts.log`: some lines, the next alert after an empty one. */
export function ossecLogAlert(rule: OssecRule): WriteRecord {
  const [name, address] = rule.agent;
  return (at, random) => {
    const seconds = Math.floor(at.instant / 1000);
    const lines = [
      `** Alert ${seconds}.${random.whole(1000, 9_999_999)}: - ${rule.groups.join(',')},`,
      `${ossecTime(at)} (${name}) ${address}->${rule.location}`,
      `Rule: ${rule.rule} (level ${rule.level}) -> '${rule.description}'`,
      rule.location === 'syscheck'
        ? rule.text(random)
        : `${bsdTime(at)} ${name} ${rule.text(random)}`,
    ];
    return `${lines.join('\n')}\n`;
  };
}

/** Alerts as Wazuh writes them to `alerts.json`. */
export function wazuhAlert(rule: OssecRule): WriteRecord {
  const [name, address] = rule.agent;
  return (at, random) =>
    JSON.stringify({
      timestamp: isoTime(at),
      rule: {
        level: rule.level,
        description: rule.description,
        id: String(rule.rule),
        groups: rule.groups,
      },
      agent: { name, ip: address },
      manager: { name: MANAGER },
      id: `${Math.floor(at.instant / 1000)}.${random.whole(1000, 9_999_999)}`,
      full_log: `${bsdTime(at)} ${name} ${rule.text(random)}`,
      location: rule.location,
    });
}

/** Suricata counts microseconds, we milliseconds. */
const eveTime = (text: string): string => text.replace(/\.(\d{3})/, '.$1000');

/** Alerts as Suricata writes them to `eve.json`. */
export function eveAlert(signature: SuricataSignature): WriteRecord {
  return (at, random) =>
    JSON.stringify({
      timestamp: eveTime(isoTime(at)),
      flow_id: random.whole(1, 2 ** 48),
      event_type: 'alert',
      host: SENSOR,
      src_ip: signature.source(random),
      src_port: random.whole(1024, 65_535),
      dest_ip: signature.destination(random),
      dest_port: signature.port,
      proto: 'TCP',
      alert: {
        action: 'allowed',
        gid: 1,
        signature_id: signature.signature,
        rev: 1,
        signature: signature.description,
        severity: signature.severity,
      },
    });
}

/** A name that is looked up, as Suricata writes it to `eve.json`: an event that is not an alert. */
export function eveLookup(
  client: (random: Random) => string,
  name: (random: Random) => string,
): WriteRecord {
  return (at, random) =>
    JSON.stringify({
      timestamp: eveTime(isoTime(at)),
      flow_id: random.whole(1, 2 ** 48),
      event_type: 'dns',
      host: SENSOR,
      src_ip: client(random),
      src_port: random.whole(1024, 65_535),
      dest_ip: '192.0.2.53',
      dest_port: 53,
      proto: 'UDP',
      dns: { type: 'query', rrname: name(random), rrtype: 'A' },
    });
}
