import type { Source } from './source';

const LOGSTASH = 'logstash-*';
const TIME = '@timestamp';

const severityNames: [string, string][] = [
  ['0', 'Syslog emergency'],
  ['1', 'Syslog alert'],
  ['2', 'Syslog critical'],
  ['3', 'Syslog error'],
  ['4', 'Syslog warning'],
  ['5', 'Syslog notice'],
  ['6', 'Syslog informational'],
  ['7', 'Syslog debug'],
];

const postfixNames: [string, string][] = [
  ['anvil', 'Rate limiter'],
  ['bounce', 'Bounce notices'],
  ['cleanup', 'Message clean-up'],
  ['error', 'Undeliverable'],
  ['local', 'Local delivery'],
  ['pickup', 'Local submission'],
  ['qmgr', 'Queue manager'],
  ['scache', 'Connection cache'],
  ['smtp', 'Mail sent'],
  ['smtpd', 'Mail received'],
  ['tlsmgr', 'TLS manager'],
];

const ossecNames: [string, string][] = [
  ['533', 'Listening ports changed'],
  ['550', 'File checksum changed'],
  ['1002', 'Unknown system problem'],
  ['2902', 'Package installed'],
  ['3301', 'Mail relay attempt refused'],
  ['3303', 'Recipient domain not found'],
  ['3332', 'Postfix SASL login failed'],
  ['5402', 'sudo to root succeeded'],
  ['5501', 'Login session opened'],
  ['5502', 'Login session closed'],
  ['5710', 'Login with unknown user'],
  ['5715', 'SSH login succeeded'],
  ['5716', 'SSH login failed'],
  ['31101', 'Web server 400 error'],
  ['31151', 'Many 400 errors, one source'],
];

const suricataNames: [string, string][] = [
  ['2001219', 'SSH scan, potential'],
  ['2010935', 'Inbound to MSSQL port 1433'],
  ['2013504', 'APT user-agent outbound'],
  ['2200074', 'TCPv4 invalid checksum'],
  ['2200075', 'UDPv4 invalid checksum'],
  ['2210020', 'Packet out of window'],
  ['2210044', 'Packet with invalid timestamp'],
  ['2210045', 'Packet with invalid ACK'],
  ['2221007', 'HTTP invalid content length'],
  ['2402000', 'Dshield block-listed source'],
];

/** The log types of the talk, on the indices that Logstash writes. */
const talkSources: Source[] = [
  {
    id: 'syslog',
    name: 'Syslog by severity',
    index: LOGSTASH,
    filter: [{ field: 'type', any_of: ['syslog'] }],
    time_field: TIME,
    subtype_fields: ['syslog_severity_code'],
    tag: 'syslog_outlier',
    wording: { code: 'syslog severity {subtype}', names: severityNames },
    enabled: true,
  },
  {
    id: 'ossec',
    name: 'OSSEC by rule',
    index: LOGSTASH,
    filter: [{ field: 'type', any_of: ['ossec'] }],
    time_field: TIME,
    subtype_fields: ['rule_number'],
    tag: 'ossec_outlier',
    wording: { code: 'ossec rule {subtype}', names: ossecNames },
    enabled: true,
  },
  {
    id: 'suricata',
    name: 'Suricata alerts by signature',
    index: LOGSTASH,
    filter: [
      { field: 'type', any_of: ['suricata'] },
      { field: 'event_type', any_of: ['alert'] },
    ],
    time_field: TIME,
    subtype_fields: ['alert.signature_id'],
    tag: 'suricata_outlier',
    wording: { code: 'suricata signature {subtype}', names: suricataNames },
    enabled: true,
  },
  {
    id: 'postfix',
    name: 'Postfix by program',
    index: LOGSTASH,
    filter: [{ field: 'type', any_of: ['postfix'] }],
    time_field: TIME,
    subtype_fields: ['program'],
    tag: 'postfix_outlier',
    wording: { code: 'postfix program {subtype}', names: postfixNames },
    enabled: true,
  },
];

/** More ways to look at the same indices: enabled where they say something that the talk's do not. */
const logstashSources: Source[] = [
  {
    id: 'syslog_program',
    name: 'Syslog by program',
    index: LOGSTASH,
    filter: [{ field: 'type', any_of: ['syslog'] }],
    time_field: TIME,
    subtype_fields: ['program'],
    tag: 'syslog_program_outlier',
    wording: { code: 'syslog program {subtype}', names: [] },
    enabled: true,
  },
  {
    id: 'shippers',
    name: 'Events of each host',
    index: LOGSTASH,
    filter: [],
    time_field: TIME,
    subtype_fields: ['host'],
    tag: 'shipper_outlier',
    wording: { code: 'host {subtype}', names: [] },
    enabled: false,
  },
];

/** Log types on the indices that today's shippers write: off until switched on. */
const modernSources: Source[] = [
  {
    id: 'shippers_ecs',
    name: 'Events of each host (ECS)',
    index: 'filebeat-*,logs-*',
    filter: [],
    time_field: TIME,
    subtype_fields: ['host.name'],
    tag: 'shipper_outlier',
    wording: { code: 'host {subtype}', names: [] },
    enabled: false,
  },
  {
    id: 'syslog_ecs',
    name: 'Syslog by severity (ECS)',
    index: 'filebeat-*,logs-*',
    filter: [],
    time_field: TIME,
    subtype_fields: ['log.syslog.severity.code'],
    tag: 'syslog_outlier',
    wording: { code: 'syslog severity {subtype}', names: severityNames },
    enabled: false,
  },
  {
    id: 'wazuh',
    name: 'Wazuh alerts by rule',
    index: 'wazuh-alerts-*',
    filter: [],
    time_field: TIME,
    subtype_fields: ['rule.id'],
    tag: 'wazuh_outlier',
    wording: { code: 'wazuh rule {subtype}', names: ossecNames },
    enabled: false,
  },
  {
    id: 'suricata_filebeat',
    name: 'Suricata alerts by signature (Filebeat)',
    index: 'filebeat-*',
    filter: [{ field: 'suricata.eve.event_type', any_of: ['alert'] }],
    time_field: TIME,
    subtype_fields: ['suricata.eve.alert.signature_id'],
    tag: 'suricata_outlier',
    wording: { code: 'suricata signature {subtype}', names: suricataNames },
    enabled: false,
  },
  {
    id: 'zeek_notice',
    name: 'Zeek notices',
    index: 'filebeat-*,logs-zeek*',
    filter: [{ field: 'event.dataset', any_of: ['zeek.notice'] }],
    time_field: TIME,
    subtype_fields: ['zeek.notice.note'],
    tag: 'zeek_outlier',
    wording: { code: 'zeek notice {subtype}', names: [] },
    enabled: false,
  },
  {
    id: 'events',
    name: 'Any event by dataset and action',
    index: 'filebeat-*,logs-*',
    filter: [],
    time_field: TIME,
    subtype_fields: ['event.dataset', 'event.action'],
    tag: 'event_outlier',
    wording: { code: 'event {subtype}', names: [] },
    enabled: false,
  },
];

/** The sources that Logwave knows without being told, in the order in which they are shown. */
export const presetSources: readonly Source[] = [
  ...talkSources,
  ...logstashSources,
  ...modernSources,
];
