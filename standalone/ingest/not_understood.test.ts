import { NotUnderstoodTally } from './not_understood';

describe('records that were not understood', () => {
  it('are distinguished by how they begin, each kind with its first record', () => {
    const tally = new NotUnderstoodTally();
    tally.count('2026-11-24 10:00:29 status installed libfoo', 'dpkg.log');
    tally.count('[24/Nov/2026] GET /', 'access.log');
    tally.count('2026-11-25 11:00:00 configure libbar', 'dpkg.log.2.gz');
    expect(tally.summarize()).toEqual([
      { documents: 2, file: 'dpkg.log', example: '2026-11-24 10:00:29 status installed libfoo' },
      { documents: 1, file: 'access.log', example: '[24/Nov/2026] GET /' },
    ]);
  });

  it('of one program are few kinds, whatever its words are', () => {
    const tally = new NotUnderstoodTally();
    for (const text of ['startup archives unpack', 'status installed libfoo:amd64 1.2-3']) {
      tally.count(`2026-11-24 10:00:29 ${text}`, 'dpkg.log');
    }
    for (const text of ['Unpacking libfoo (1.2) ...', 'Setting up libfoo:amd64 (1.2) ...']) {
      tally.count(text, 'term.log');
    }
    expect(tally.summarize().map(({ documents }) => documents)).toEqual([2, 2]);
  });

  it('are few kinds, whatever a file holds', () => {
    const tally = new NotUnderstoodTally();
    const signs = Array.from({ length: 1000 }, (_, index) => String.fromCodePoint(0x2200 + index));
    signs.forEach((sign, index) => tally.count(`${sign} ${'x'.repeat(500)}`, `noise${index}.log`));
    const kinds = tally.summarize();
    expect(kinds).toHaveLength(100);
    expect(kinds.every(({ example }) => example.length <= 120)).toBe(true);
  });

  it.each([
    ['dpkg', '2026-11-24 10:00:29 status installed libfoo:amd64 1.2-3'],
    ['fail2ban', '2026-11-24 10:00:29,123 fail2ban.actions        [7]: NOTICE  [sshd] Ban'],
    ['unattended-upgrades', '2026-11-24 10:00:29,123 INFO Packages that will be upgraded:'],
    ['cloud-init', '2026-11-24 10:00:29,123 - util.py[DEBUG]: Cloud-init v. 24.4'],
    ['a container', '2026-11-24T10:00:29.123456789Z stdout F hello'],
    ['PostgreSQL', '2026-11-24 10:00:29.123 UTC [7] LOG:  checkpoint starting: time'],
    ['MySQL', '2026-11-24T10:00:29.123456Z 0 [Note] [MY-010747] [Server] Plugin'],
    ['a web server', '192.0.2.1 - - [24/Nov/2026:10:00:29 +0000] "GET / HTTP/1.1" 200 1'],
    ['Redis', '7:M 24 Nov 2026 10:00:29.123 * Ready to accept connections'],
    ['a line without a time', 'update-alternatives: run with --install'],
  ])('in one file have an example of %s', (_, example) => {
    const tally = new NotUnderstoodTally();
    const others = ['0 x', '2026-11-24 10:00:29 | x', '2026-11-24T10:00:29Z level=info msg=x'];
    [...others, example].forEach((line) => tally.count(line, 'all.log'));
    tally.count(example.replaceAll('4', '5'), 'all.log');
    expect(tally.summarize()).toContainEqual({ documents: 2, file: 'all.log', example });
  });
});
