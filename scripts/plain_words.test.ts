import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectMessages } from './build/collect_messages';

const ROOT = join(__dirname, '..');
/** Words that are not plain English, or speak of a user as a man. */
const DIALECT =
  /\b(?:whoever|is none of|stands beside|over since|for want of|by halves|told of|he|his|him)\b/i;
/** Also means something in code, such as `of before` in a loop. */
const IN_PROSE = /\b(?:nobody|of before)\b/i;
/** Turns of phrase that only this project used: one plain word says each of them. */
const OWN_PHRASES = [
  /\b(?:is|are|be|was|were|been) told\b/i, // reported, shown, listed
  /\b(?:told|tells? [\w ]{1,40}) (?:apart|from)\b/i, // distinguished
  /\b(?:null|undefined|absent|empty|none|NaN) where\b/, // if
  /\bwhere (?:it is not|there is none|not known)\b/i, // if
  /\b(?:anew|for ever|of its own accord|a sentence each)\b/i, // again, forever, by itself, one
  /\b(?:goes on(?!')|besides)\b/i, // continues, in addition to
  /\blies? (?:in|on|within|beside|outside|below|above|between|at)\b/i, // is in
  /(?<!here )\b(?:is|are) no (?!longer|more|fewer|less|later|wider|run yet)\w/, // is not a
  /\bstands (?:in|at|there|for itself|on its own)\b/i, // is in
  /\b(?:the|a|every|either|whichever) door\b/i, // host
  /\b(?:what is|was) said (?:of|about)\b/i, // the judgment of
];

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

/** The lines of a folder's code that are refused, with their files. */
function foundIn(folder: string, isRefused: (line: string) => boolean): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && name !== 'plain_words.test.ts')
    .map((name) => join(folder, name))
    .flatMap((name) =>
      linesOf(name)
        .filter(isRefused)
        .map((line) => `${name}: ${line.trim()}`),
    );
}

describe('the documents', () => {
  it.each(documents)('%s keeps to plain words', (name) => {
    const isDialect = (line: string) =>
      [DIALECT, IN_PROSE, ...OWN_PHRASES].some((phrase) => phrase.test(line));
    expect(linesOf(name).filter(isDialect)).toEqual([]);
  });
});

describe('the code', () => {
  it.each(['common', 'server', 'public', 'standalone', 'scripts', 'test'])(
    '%s has no phrases of its own',
    (folder) => {
      const isOwn = (line: string) => OWN_PHRASES.some((phrase) => phrase.test(line));
      expect(foundIn(folder, isOwn)).toEqual([]);
    },
  );

  it.each(['common', 'server', 'public', 'standalone', 'scripts', 'test'])(
    '%s keeps to plain words in its comments and texts',
    (folder) => {
      expect(foundIn(folder, (line) => DIALECT.test(line))).toEqual([]);
    },
  );
});

describe('the texts of the page', () => {
  /** A count with a word that has another form after 1. */
  const COUNTED =
    /\{\w+\} (?:more |other |log )?(?:days|documents|events|findings|hosts|hours|lines|searches|sources|tags|views)\b/;
  /** Never about one, or one of many. */
  const NEVER_ONE = new Set([
    'days.frame', // "0 to 1 events"
    'documents.shown', // "1 of 3 documents"
    'fields.manyDifferent', // as many events as values, or more
    'fields.different',
    'first.noRecent', // a constant
    'foot.chance', // three days at least
    'lines.some', // "1 of the 3 lines"
    'month.otherHours', // one has a text of its own
    'rhythms.every', // a whole day has a text of its own
    'row.strip', // 31 days
    'row.stripUnknown',
    'section.views', // one has a text of its own
    'silence.mute', // a constant
  ]);

  it('have a singular for what may be one', async () => {
    const texts = [...(await collectMessages(join(ROOT, 'public')))];
    expect(texts.length).toBeGreaterThan(700);
    const counted = texts.filter(([id, text]) => {
      const name = id.replace(/^logwave\./, '');
      return (
        !NEVER_ONE.has(name) &&
        COUNTED.test(text.replace(/other \{[^{}]*(?:\{\w+\}[^{}]*)*\}/g, ''))
      );
    });
    expect(counted).toEqual([]);
  });
});
