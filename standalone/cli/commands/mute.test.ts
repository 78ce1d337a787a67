import type { StreamMark } from '../../../common/marks';
import { muteWords } from './mute';

const MARK: StreamMark = {
  ...{ version: 1, kind: 'mute', scope: 'default', source: 'syslog', host: null, subtype: '5' },
  ...{ reason: 'moving', author: 'ana', owner: 'bo', at: '2026-11-26T08:00:00.000Z' },
  until: '2026-12-24T00:00:00.000Z',
};

describe('the sentence about a mute', () => {
  it('says what is muted, until when and by whom', () => {
    expect(muteWords(MARK, '2026-12-24')).toBe('syslog 5 is muted until 2026-12-24 by bo.');
  });

  it('does not say that something was muted before', () => {
    const back: StreamMark = { ...MARK, kind: 'back', source: null, host: 'web1', subtype: null };
    expect(muteWords(back)).toBe('web1 is not muted now.');
    expect(muteWords({ ...back, host: null })).toBe('Nothing is muted now.');
  });
});
