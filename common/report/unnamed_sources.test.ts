import { presetSources } from '../sources';
import { unnamedSources } from './unnamed_sources';

const isUnnamed = (...subtype_fields: string[]): boolean =>
  unnamedSources([{ id: 'a', subtype_fields }]).has('a');

describe('the sources whose series are not named', () => {
  it.each([
    'host',
    'host.name',
    'agent.name',
    'user.name',
    'source.ip',
    'client_ip',
    'data.srcip',
    'dstuser',
    'winlog.event_data.TargetUserName',
    'rhost',
    'ipaddr',
    'ruser',
    'computername',
    'hostip',
    'sender',
    'recipient',
    'syslog_hostname',
    'user.id',
    'process.command_line',
    'error.text',
    'note',
    'preventid',
    'kubernetes.namespace',
    'winlog.event_data.ServiceName',
    'winlog.event_data.ServiceName.keyword',
    'winlog.event_data.NewProcessName',
    'winlog.event_data.Application',
    'winlog.user_data.Category',
    'event_data.ServiceName',
    'EventData.ProcessName',
    'data.win.eventdata.serviceName',
    'ServiceName',
    'ParentProcessName',
    'Application',
    'host.keyword',
    'text',
  ])('have a field that may name a host or a person, such as %s', (field) => {
    expect(isUnnamed(field)).toBe(true);
    expect(isUnnamed('rule.id', field)).toBe(true);
  });

  it.each(['description', 'server', 'event.zip'])(
    'have a field of which nothing is known, such as %s',
    (field) => {
      expect(isUnnamed(field)).toBe(true);
    },
  );

  it.each([
    'severity',
    'syslog_severity_code',
    'log.level',
    'rule.id',
    'rule_number',
    'rule.description',
    'program',
    'process.name',
    'service.name',
    'service_name',
    'serviceName',
    'alert.signature_id',
    'source.port',
    'winlog.channel',
    'winlog.event_id',
    'EventID',
    'eventid',
    'event.action.keyword',
    'http.response.status_code',
    'severity_text',
    'zeek.notice.note',
  ])('do not only have fields of kinds of events or programs, such as %s', (field) => {
    expect(isUnnamed(field)).toBe(false);
    expect(isUnnamed(field, 'event.action')).toBe(false);
  });

  it('are those of hosts, agents and namespaces among the presets', () => {
    const unnamed = unnamedSources(presetSources);
    expect(presetSources.map(({ id }) => id).filter((id) => unnamed.has(id))).toEqual([
      'shippers',
      'shippers_ecs',
      'wazuh_agents',
      'wazuh_5_agents',
      'kubernetes',
    ]);
  });

  it('are those of which nothing is known, such as one that was removed from the settings', () => {
    expect(unnamedSources([{ id: 'a', subtype_fields: ['program'] }]).has('b')).toBe(true);
  });

  it.each([
    ['program', 'host'],
    ['host', 'program'],
  ])('are those that are by %s now and by %s in the run', (now, before) => {
    const sources = [now, before].map((field) => ({ id: 'a', subtype_fields: [field] }));
    expect(unnamedSources(sources).has('a')).toBe(true);
  });
});
