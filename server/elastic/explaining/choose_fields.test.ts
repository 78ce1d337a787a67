import { presetSources } from '../../../common/sources';
import { chooseFields } from './choose_fields';

const [source] = presetSources;
if (source === undefined) throw new Error('there is no preset');
const of = { ...source, subtype_fields: ['program'], filter: [], time_field: '@timestamp' };

function capabilities(types: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(types).map(([name, type]) => {
      const aggregatable = type !== 'text';
      return [name, { [type]: { type, searchable: true, aggregatable, metadata_field: false } }];
    }),
  );
}

describe('chooseFields', () => {
  it('takes users, addresses, programs and hosts, in this order', () => {
    const found = chooseFields(
      of,
      capabilities({
        'host.name': 'keyword',
        'process.name': 'keyword',
        'source.ip': 'ip',
        'user.name': 'keyword',
        peer: 'text',
        'peer.keyword': 'keyword',
      }),
    );
    expect(found).toEqual(['user.name', 'source.ip', 'peer.keyword', 'process.name', 'host.name']);
  });

  it('leaves out the subtype fields of a source, ids, numbers and texts', () => {
    const found = chooseFields(
      of,
      capabilities({
        program: 'keyword',
        'program.keyword': 'keyword',
        'host.id': 'keyword',
        'host.os.name': 'keyword',
        'process.pid': 'long',
        'user_agent.name': 'keyword',
        message: 'text',
        tags: 'keyword',
        _index: 'keyword',
        'event.action': 'keyword',
      }),
    );
    expect(found).toEqual([]);
  });

  it('takes at most 20', () => {
    const many = Object.fromEntries(
      Array.from({ length: 50 }, (_, place) => [`f${place}.user`, 'keyword']),
    );
    expect(chooseFields(of, capabilities(many))).toHaveLength(20);
  });
});
