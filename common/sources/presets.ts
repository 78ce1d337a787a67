import { modernSources } from './modern_presets';
import { ossecNames, postfixNames, severityNames, suricataNames } from './preset_names';
import type { Source } from './source';

const LOGSTASH = 'logstash-*';
const TIME = '@timestamp';

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

/**
 * More views of the same indices, enabled if they show something that the talk's sources do not.
 */
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

/** The built-in sources, in the order in which they are shown. */
export const presetSources: readonly Source[] = [
  ...talkSources,
  ...logstashSources,
  ...modernSources,
];
