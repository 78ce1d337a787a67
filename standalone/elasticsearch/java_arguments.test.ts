import { dataFolder } from './data_folder';
import { javaArguments, parseHeap } from './java_arguments';

describe('parseHeap', () => {
  it.each([
    ['512m', '512m'],
    ['2g', '2048m'],
    ['1G', '1024m'],
    [' 300M ', '300m'],
  ])('reads %j as %s', (text, expected) => {
    expect(parseHeap(text)).toBe(expected);
  });

  it.each(['', '512', '1.5g', 'big', '-512m', '255m', '512m -Dx=y'])('refuses %j', (text) => {
    expect(() => parseHeap(text)).toThrow(
      `"${text}" is not a heap size for Elasticsearch: give 256m or more, as in 512m or 2g.`,
    );
  });
});

describe('javaArguments', () => {
  const options = { heap: '512m', archive: '-XX:SharedArchiveFile=/home/classes.jsa' };
  const args = javaArguments('/home', dataFolder('/data'), options);

  it('sets the memory and keeps temporary files in the data folder', () => {
    expect(args).toContain('-Xmx512m');
    expect(args).toContain('-Djava.io.tmpdir=/data/elasticsearch/tmp');
    expect(args).toContain('-XX:SharedArchiveFile=/home/classes.jsa');
  });

  it('ends in the launcher and its three arguments', () => {
    expect(args.slice(-6)).toEqual([
      '-cp',
      '/home/lib/*',
      'Launcher',
      '/home',
      '/data/elasticsearch/run',
      '/data/elasticsearch/run/settings.json',
    ]);
  });

  it('does without an archive of classes', () => {
    const plain = javaArguments('/home', dataFolder('/data'), { heap: '512m' });
    expect(plain.filter((argument) => argument.includes('Archive'))).toEqual([]);
  });
});
