import { existsSync } from 'node:fs';
import { createRefusedFile, type RefusedDocument } from './refused_file';

/** Each write to it finds no space left. */
const FULL = '/dev/full';
const refused: RefusedDocument = {
  index: 'logstash-2015.04.01',
  id: '1',
  status: 400,
  reason: 'no',
  document: {
    '@timestamp': '2015-04-01T00:00:00.000Z',
    '@version': '1',
    message: 'm',
    type: 'syslog',
    host: 'h',
    path: 'p',
    tags: [],
  },
};

describe('createRefusedFile', () => {
  (existsSync(FULL) ? it : it.skip)('says that its disk is full, each time', async () => {
    const file = createRefusedFile(FULL);
    const writes = [1, 2, 3].map(() => file.write([refused]));
    for (const write of await Promise.allSettled(writes)) {
      expect(write).toMatchObject({
        status: 'rejected',
        reason: {
          message: expect.stringContaining(
            'documents that Elasticsearch refused cannot be kept in /dev/full, since there is no space left on its disk: free some space',
          ) as string,
        },
      });
    }
    await expect(file.close()).resolves.toBeUndefined();
  });

  it('says that it cannot be made, and is closed all the same', async () => {
    const file = createRefusedFile('/no/such/folder/refused.ndjson');
    await expect(file.write([refused])).rejects.toMatchObject({ name: 'RefusedFileError' });
    await expect(file.close()).resolves.toBeUndefined();
  });
});
