import { indexBlockIn } from './index_block';

describe('indexBlockIn', () => {
  it.each([
    ['index [a] blocked by: [FORBIDDEN/8/index write (api)];', 'a', 'read-only', false],
    ['index [a] blocked by: [FORBIDDEN/4/index closed];', 'a', 'closed', false],
    [
      'index [logs-1] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, index has read-only-allow-delete block];',
      'logs-1',
      'read-only while a disk is nearly full',
      true,
    ],
    ['blocked by: [FORBIDDEN/6/cluster read-only (api)];', undefined, 'blocked (cluster read-only (api))', false], // prettier-ignore
  ])('reads %s', (reason, index, phrase, is_for_disk) => {
    expect(indexBlockIn(reason)).toEqual({ index, phrase, is_for_disk });
  });

  it('leaves out what goes by, and what is not a block', () => {
    expect(indexBlockIn('blocked by: [SERVICE_UNAVAILABLE/2/no master];')).toBeUndefined();
    expect(indexBlockIn('no such index [a]')).toBeUndefined();
  });
});
