import { ossecNames, severityNames, suricataNames, windowsNames } from './preset_names';
import type { Source } from './source';

const SHIPPED = 'filebeat-*,logs-*';
const WINDOWS = 'winlogbeat-*,logs-system.*,logs-windows.*';

/** The part of a preset that differs from the others. */
type Preset = Pick<Source, 'id' | 'name' | 'index' | 'subtype_fields' | 'tag'> & {
  readonly code: string;
} & Partial<Pick<Source, 'filter' | 'time_field'>> & {
    readonly names?: Source['wording']['names'];
  };

/** Off until it is switched on: most clusters hold few of these logs. */
function preset({ code, names = [], ...own }: Preset): Source {
  return { filter: [], time_field: '@timestamp', ...own, wording: { code, names }, enabled: false };
}

/** Documents of any program, by the host or the event. */
const general: Source[] = [
  preset({
    id: 'shippers_ecs',
    name: 'Events of each host (ECS)',
    index: SHIPPED,
    subtype_fields: ['host.name'],
    tag: 'shipper_outlier',
    code: 'host {subtype}',
  }),
  preset({
    id: 'syslog_ecs',
    name: 'Syslog by severity (ECS)',
    index: SHIPPED,
    subtype_fields: ['log.syslog.severity.code'],
    tag: 'syslog_outlier',
    code: 'syslog severity {subtype}',
    names: severityNames,
  }),
];

const wazuh: Source[] = [
  preset({
    id: 'wazuh',
    name: 'Wazuh 4 alerts by rule',
    index: 'wazuh-alerts-4.x-*',
    time_field: 'timestamp',
    subtype_fields: ['rule.id'],
    tag: 'wazuh_outlier',
    code: 'wazuh rule {subtype}',
    names: ossecNames,
  }),
  preset({
    id: 'wazuh_agents',
    name: 'Wazuh 4 alerts of each agent',
    index: 'wazuh-alerts-4.x-*',
    time_field: 'timestamp',
    subtype_fields: ['agent.name'],
    tag: 'wazuh_outlier',
    code: 'wazuh agent {subtype}',
  }),
  preset({
    id: 'wazuh_5',
    name: 'Wazuh 5 findings by rule',
    index: 'wazuh-findings-v5-*',
    subtype_fields: ['wazuh.rule.id'],
    tag: 'wazuh_outlier',
    code: 'wazuh rule {subtype}',
  }),
  preset({
    id: 'wazuh_5_agents',
    name: 'Wazuh 5 findings of each agent',
    index: 'wazuh-findings-v5-*',
    subtype_fields: ['wazuh.agent.name'],
    tag: 'wazuh_outlier',
    code: 'wazuh agent {subtype}',
  }),
];

const network: Source[] = [
  preset({
    id: 'suricata_filebeat',
    name: 'Suricata alerts by signature (Filebeat)',
    index: 'filebeat-*',
    filter: [{ field: 'suricata.eve.event_type', any_of: ['alert'] }],
    subtype_fields: ['suricata.eve.alert.signature_id'],
    tag: 'suricata_outlier',
    code: 'suricata signature {subtype}',
    names: suricataNames,
  }),
  preset({
    id: 'zeek_notice',
    name: 'Zeek notices',
    index: 'filebeat-*,logs-zeek*',
    filter: [{ field: 'event.dataset', any_of: ['zeek.notice'] }],
    subtype_fields: ['zeek.notice.note'],
    tag: 'zeek_outlier',
    code: 'zeek notice {subtype}',
  }),
  preset({
    id: 'firewall',
    name: 'Firewalls by vendor and action',
    index: SHIPPED,
    filter: [{ field: 'observer.type', any_of: ['firewall'] }],
    subtype_fields: ['observer.vendor', 'event.action'],
    tag: 'firewall_outlier',
    code: 'firewall {subtype}',
  }),
  preset({
    id: 'iptables',
    name: 'iptables by action',
    index: 'filebeat-*,logs-iptables*',
    filter: [{ field: 'event.dataset', any_of: ['iptables.log'] }],
    subtype_fields: ['event.action'],
    tag: 'firewall_outlier',
    code: 'iptables {subtype}',
  }),
];

const hosts: Source[] = [
  preset({
    id: 'windows',
    name: 'Windows events by channel and ID',
    index: WINDOWS,
    subtype_fields: ['winlog.channel', 'winlog.event_id'],
    tag: 'windows_outlier',
    code: 'windows {subtype}',
    names: windowsNames,
  }),
  preset({
    // For pipelines that keep only the ECS fields.
    id: 'windows_code',
    name: 'Windows events by provider and code (ECS)',
    index: WINDOWS,
    filter: [{ not: { exists: { field: 'winlog.event_id' } } }],
    subtype_fields: ['event.provider', 'event.code'],
    tag: 'windows_outlier',
    code: 'windows {subtype}',
  }),
  preset({
    id: 'auditd',
    name: 'auditd by action',
    index: 'auditbeat-*,filebeat-*,logs-auditd*',
    // Auditbeat and Filebeat name the module, Elastic Agent's auditd logs only the data set.
    filter: {
      or: [
        { field: 'event.module', any_of: ['auditd'] },
        { field: 'event.dataset', any_of: ['auditd.log'] },
      ],
    },
    subtype_fields: ['event.action'],
    tag: 'auditd_outlier',
    code: 'auditd {subtype}',
  }),
];

/** Status classes of HTTP, each a source of its own, since documents have only the status. */
const webClasses: [id: string, name: string, first: number][] = [
  ['web_2xx', 'Web requests that succeeded (2xx)', 200],
  ['web_3xx', 'Web requests redirected (3xx)', 300],
  ['web_4xx', 'Web requests refused (4xx)', 400],
  ['web_5xx', 'Web requests failed by the server (5xx)', 500],
];

const services: Source[] = [
  ...webClasses.map(([id, name, first]) =>
    preset({
      id,
      name,
      index: SHIPPED,
      filter: [{ range: { field: 'http.response.status_code', gte: first, lt: first + 100 } }],
      subtype_fields: ['event.dataset'],
      tag: 'web_outlier',
      code: `${id.replace('_', ' ')} {subtype}`,
    }),
  ),
  preset({
    id: 'kubernetes',
    name: 'Kubernetes containers by namespace and name',
    index: 'filebeat-*,logs-kubernetes*',
    subtype_fields: ['kubernetes.namespace', 'kubernetes.container.name'],
    tag: 'kubernetes_outlier',
    code: 'kubernetes {subtype}',
  }),
  preset({
    id: 'otel',
    name: 'OpenTelemetry logs by service and severity',
    index: 'logs-*.otel-*',
    subtype_fields: ['resource.attributes.service.name', 'severity_text'],
    tag: 'otel_outlier',
    code: 'otel {subtype}',
  }),
  preset({
    id: 'events',
    name: 'Any event by dataset and action',
    index: SHIPPED,
    subtype_fields: ['event.dataset', 'event.action'],
    tag: 'event_outlier',
    code: 'event {subtype}',
  }),
];

/** Log types of the indices that current shippers write. Off until switched on. */
export const modernSources: readonly Source[] = [
  ...general,
  ...wazuh,
  ...network,
  ...hosts,
  ...services,
];
