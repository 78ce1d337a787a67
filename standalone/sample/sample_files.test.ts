import { gunzipSync } from 'node:zlib';
import { sampleFileNames, sampleFiles } from './sample_files';

const options = { lastDay: '2026-11-18', days: 9, seed: 3, zone: 'UTC' };

describe('sampleFiles', () => {
  it('rotates by day, compresses what is a week old, and writes the same bytes again', () => {
    const files = [...sampleFiles(options)];
    const names = files.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual([
      'syslog/webapp-2026-11-10.log.gz',
      'syslog/hosts-2026-11-10.log.gz',
      'syslog/messages-2026-11-10.gz',
    ]);
    expect(names).toContain('ossec/alerts-2026-11-12.json');
    expect(names).toContain('suricata/eve-2026-11-18.json');
    const again = [...sampleFiles(options)];
    expect(
      again.every(({ content }, index) => content.equals(files[index]?.content ?? content)),
    ).toBe(true);
  });

  it('says how many records a file has, alerts of several lines included', () => {
    const lines = new Map(
      [...sampleFiles({ ...options, days: 8 })].map(({ name, content, records }) => {
        const text = (name.endsWith('.gz') ? gunzipSync(content) : content).toString();
        const isText = name.includes('alerts') && !name.includes('.json');
        const found = isText ? text.match(/^\*\* Alert /gm) : text.match(/\n/g);
        return [name, [found?.length, records]];
      }),
    );
    for (const [found, records] of lines.values()) expect(found).toBe(records);
    expect(lines.size).toBe(56);
  });

  it('knows the names before it writes', () => {
    const names = sampleFileNames(options);
    expect([...sampleFiles(options)].every(({ name }) => names.has(name))).toBe(true);
    expect(names.size).toBe(63);
  });
});
