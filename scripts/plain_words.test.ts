import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
/** Words that are no plain English, or speak of a user as a man. */
const DIALECT =
  /\b(?:whoever|is none of|stands beside|over since|for want of|by halves|told of|he|his|him)\b/i;
/** Also means something in code, such as `of before` in a loop. */
const IN_PROSE = /\b(?:nobody|of before)\b/i;

const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...readdirSync(join(ROOT, 'docs'))
    // The vocabulary names the words that it rules out.
    .filter((name) => name.endsWith('.md') && name !== 'vocabulary.md')
    .map((name) => join('docs', name)),
];

function linesOf(name: string): string[] {
  return readFileSync(join(ROOT, name), 'utf8').split('\n');
}

describe('the documents', () => {
  it.each(documents)('%s keeps to plain words', (name) => {
    const isDialect = (line: string) => DIALECT.test(line) || IN_PROSE.test(line);
    expect(linesOf(name).filter(isDialect)).toEqual([]);
  });
});

describe('the code', () => {
  it.each(['common', 'server', 'public', 'standalone', 'scripts', 'test'])(
    '%s keeps to plain words in its comments and texts',
    (folder) => {
      const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && name !== 'plain_words.test.ts')
        .map((name) => join(folder, name));
      const found = files.flatMap((name) =>
        linesOf(name)
          .filter((line) => DIALECT.test(line))
          .map((line) => `${name}: ${line.trim()}`),
      );
      expect(found).toEqual([]);
    },
  );
});
