import { indexName } from './index_name';

describe('indexName', () => {
  it('is that of the UTC day, whichever day was asked for before', () => {
    const days = ['2015-04-01', '2015-04-01', '2015-04-02', '2016-04-01', '2015-04-01'];
    expect(days.map((day) => indexName(`${day}T15:02:19.000Z`))).toEqual([
      'logstash-2015.04.01',
      'logstash-2015.04.01',
      'logstash-2015.04.02',
      'logstash-2016.04.01',
      'logstash-2015.04.01',
    ]);
  });
});
