import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const DIALECT =
  /\b(?:whoever|nobody|of before|is none of|stands beside|over since|for want of|by halves|told of|he|his|him)\b/i;

const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...readdirSync(join(ROOT, 'docs'))
    // The vocabulary names the words that it rules out.
    .filter((name) => name.endsWith('.md') && name !== 'vocabulary.md')
    .map((name) => join('docs', name)),
];

describe('the documents', () => {
  it.each(documents)('%s keeps to plain words', (name) => {
    const lines = readFileSync(join(ROOT, name), 'utf8').split('\n');
    expect(lines.filter((line) => DIALECT.test(line))).toEqual([]);
  });
});
