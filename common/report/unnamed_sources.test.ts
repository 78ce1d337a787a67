import { unnamedSources } from './unnamed_sources';

const fields = (id: string, ...subtype_fields: string[]) => ({ id, subtype_fields });

describe('unnamedSources', () => {
  it('are those whose subtypes are hosts, addresses or people', () => {
    const personal = [
      fields('a', 'host'),
      fields('b', 'host.name'),
      fields('c', 'agent.name'),
      fields('d', 'rule.id', 'user.name'),
      fields('e', 'source.ip'),
      fields('f', 'client_ip'),
      fields('l', 'data.srcip'),
      fields('m', 'dstuser'),
      fields('n', 'winlog.event_data.TargetUserName'),
    ];
    const others = [
      fields('g', 'severity'),
      fields('h', 'rule.id'),
      fields('i', 'program'),
      fields('j', 'alert.signature_id'),
      fields('k', 'description'),
      fields('o', 'source.port'),
      fields('p', 'server'),
      fields('q', 'event.zip'),
    ];
    expect([...unnamedSources([...personal, ...others])].join('')).toBe('abcdeflmn');
  });
});
