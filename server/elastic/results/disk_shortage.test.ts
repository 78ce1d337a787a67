import { diskShortageIn } from './disk_shortage';

const explanation = (decider: string, words: string) => ({
  index: 'logstash-2026.11.26',
  can_allocate: 'no' as const,
  node_allocation_decisions: [
    {
      node_id: 'a',
      node_name: 'logwave',
      node_attributes: {},
      roles: [],
      transport_address: '127.0.0.1:9300',
      node_decision: 'no' as const,
      weight_ranking: 1,
      deciders: [{ decider, decision: 'NO' as const, explanation: words }],
    },
  ],
});
const HIGH =
  'the node is above the high watermark cluster setting [cluster.routing.allocation.disk.watermark.high=1gb], having less than the minimum required [1gb] free space, actual free: [899.9mb], actual used: [0%]';

describe('diskShortageIn', () => {
  it('says how much is free and how much a new index takes', () => {
    expect(diskShortageIn(explanation('disk_threshold', HIGH))).toBe(
      'Elasticsearch has no room for the index "logstash-2026.11.26": its disk has 899.9mb free, and a new index takes 1gb at least',
    );
  });

  it('gives the words of Elasticsearch if they name no sizes', () => {
    expect(diskShortageIn(explanation('disk_threshold', 'disk usage unknown'))).toBe(
      'Elasticsearch has no room for the index "logstash-2026.11.26": disk usage unknown',
    );
  });

  it('is silent where something else is in the way, or an index is just being made', () => {
    expect(diskShortageIn(explanation('filter', 'node does not match'))).toBeUndefined();
    const made = { ...explanation('disk_threshold', HIGH), can_allocate: 'yes' as const };
    expect(diskShortageIn(made)).toBeUndefined();
  });
});
