import { splitName } from './split_name';

describe('splitName', () => {
  it('keeps the last word, which distinguishes names of one kind', () => {
    expect(splitName('syslog program sshd')).toEqual(['syslog program ', 'sshd']);
    expect(splitName('suricata signature 2210044')).toEqual(['suricata signature ', '2210044']);
  });

  it('keeps the end of a word that is too long, and no half of a character', () => {
    const long = `syslog program ${'a'.repeat(30)}-01`;
    expect(splitName(long)[1]).toBe('aaaaaaa-01');
    const [head, tail] = splitName('😀'.repeat(20));
    expect([head, tail]).toEqual(['😀'.repeat(10), '😀'.repeat(10)]);
  });

  it('loses nothing of a name', () => {
    for (const name of ['', 'cron', 'a b ', '   ', 'very '.repeat(60)]) {
      expect(splitName(name).join('')).toBe(name);
    }
  });
});
