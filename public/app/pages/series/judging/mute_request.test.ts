import { postMute } from '../../../../../common/api';
import { muteRequest, unmuteRequest } from './mute_request';

const SERIES = { source: 'syslog', subtype: '5' };
const draft = { reason: ' maintenance ', owner: ' ', until: '2015-04-08' };

describe('a mute from the page of a series', () => {
  it('is about the series, its source or everything, from the day that is shown on', () => {
    const of = (scope: 'series' | 'source' | 'all') =>
      postMute.body.parse(muteRequest(SERIES, '2015-04-01', { ...draft, scope }));
    const about = { kind: 'mute', reason: 'maintenance', from: '2015-04-01', until: '2015-04-08' };
    expect(of('series')).toEqual({ ...about, source: 'syslog', subtype: '5' });
    expect(of('source')).toEqual({ ...about, source: 'syslog' });
    expect(of('all')).toEqual({ ...about, source: null });
  });

  it('names its owner where one is written, and is taken back for the same', () => {
    const owned = { ...draft, owner: 'ben', scope: 'series' } as const;
    expect(muteRequest(SERIES, '2015-04-01', owned)).toMatchObject({ owner: 'ben' });
    expect(postMute.body.parse(unmuteRequest(SERIES, 'series'))).toEqual({
      kind: 'back',
      source: 'syslog',
      subtype: '5',
    });
  });
});
