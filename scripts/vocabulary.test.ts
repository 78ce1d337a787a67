import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectMessages } from './build/collect_messages';

const ROOT = join(__dirname, '..');
const TEXT = readFileSync(join(ROOT, 'docs/vocabulary.md'), 'utf8');

/** Words that a row rules out, and that mean something else where the page has them. */
const OTHERWISE = new Map([
  ['alert', 'what Kibana’s alerting sends'],
  ['date', 'until a date: an end that a person chose'],
  ['expected', 'what a person says about a finding'],
  ['history', 'the run history'],
  ['today', 'of the present day: silent, new today'],
]);

/** The rows of the tables that have a word, its meaning, and what is not said for it. */
const rows = TEXT.split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(({ length, 0: before }) => length === 5 && before === '')
  .filter(([, word = '']) => word !== 'word' && !/^-+$|^stored$|^`/.test(word));
const split = (cell: string): string[] => cell.split(',').map((word) => word.trim());
const words = new Set(rows.flatMap(([, word = '']) => split(word)));
const ruledOut = rows.flatMap(([, word = '', , not = '']) =>
  split(not)
    .filter((other) => other !== '' && !words.has(other) && !other.startsWith('for '))
    .map((other) => ({ word, other })),
);

function says(text: string, word: string): boolean {
  return new RegExp(`\\b${word}s?\\b`, 'i').test(text.replace(/\{\w+[,}]/g, ''));
}

describe('the vocabulary', () => {
  it('has each word once', () => {
    const all = rows.flatMap(([, word = '']) => split(word));
    expect(all.length).toBeGreaterThan(35);
    expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([]);
  });

  it('is kept by the texts of the page', async () => {
    const texts = [...(await collectMessages(join(ROOT, 'public')))];
    const others = ruledOut.filter(({ other }) => !OTHERWISE.has(other));
    expect(others.length).toBeGreaterThan(20);
    const faults = others.flatMap(({ word, other }) =>
      texts.filter(([, text]) => says(text, other)).map(([id]) => `${id}: ${other}, not ${word}`),
    );
    expect(faults).toEqual([]);
  });

  it('makes no exception that nothing needs', async () => {
    const texts = [...(await collectMessages(join(ROOT, 'public'))).values()];
    const unused = [...OTHERWISE.keys()].filter((word) => !texts.some((text) => says(text, word)));
    expect(unused).toEqual([]);
  });
});
