import { dataFolder } from './data_folder';
import { DOCUMENTS_NEED, lowDiskSentence, NEW_INDEX_NEEDS } from './low_disk';
import { nodeSettings } from './node_settings';

describe('lowDiskSentence', () => {
  it('says what Elasticsearch will not do, and the way out', () => {
    expect(lowDiskSentence(NEW_INDEX_NEEDS - 1, '/data')).toBe(
      'Only 1023 MB are free on the disk of /data: below 1 GB Elasticsearch creates no new index. Free some space, or name a folder on another disk with --data.',
    );
    expect(lowDiskSentence(DOCUMENTS_NEED - 1, '/data')).toContain(
      'Only 499 MB are free on the disk of /data: below 500 MB Elasticsearch accepts no documents.',
    );
  });

  it('has nothing to say if there is room', () => {
    expect(lowDiskSentence(NEW_INDEX_NEEDS, '/data')).toBeUndefined();
  });

  it('has the limits that Elasticsearch is started with', () => {
    const settings = nodeSettings(dataFolder('/data'));
    const limit = (name: string) =>
      settings.get(`cluster.routing.allocation.disk.watermark.${name}`);
    expect([limit('high'), limit('flood_stage')]).toEqual([
      `${NEW_INDEX_NEEDS}b`,
      `${DOCUMENTS_NEED}b`,
    ]);
  });
});
