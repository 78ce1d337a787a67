import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contrast } from './contrast';
import { DARK, LIGHT, type Tokens } from '../../../common/charts';

const LEAST_OF_TEXT = 4.5;
const LEAST_OF_MARKS = 3;

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Contrast numbers of the design's table: on the page, or on the ground that is named. */
const TABLE: readonly [keyof Tokens, keyof Tokens, light: number, dark: number][] = [
  ['ink', 'page', 11.9, 13.1],
  ['sub', 'page', 5.0, 6.5],
  ['usual', 'page', 5.0, 7.2],
  ['usual', 'mid', 3.2, 3.8],
  ['bar', 'page', 3.1, 3.8],
  ['pale', 'page', 1.2, 1.2],
  ['mid', 'page', 1.5, 1.9],
  ['link', 'page', 5.6, 6.0],
  ['buttonText', 'button', 5.1, 6.6],
  ['flag', 'page', 5.9, 7.6],
  ['flag', 'shade', 5.5, 6.9],
  ['flag', 'mid', 3.8, 4.0],
];

const PUBLIC = join(__dirname, '..', '..');

function sourceFiles(): string[] {
  return readdirSync(PUBLIC, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name),
  );
}

function linesWith(pattern: RegExp): string[] {
  return sourceFiles().flatMap((name) =>
    readFileSync(join(PUBLIC, name), 'utf8')
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
}

describe('the colors', () => {
  it.each(TABLE)(
    '%s on %s have the contrast of the table in both themes',
    (mark, ground, light, dark) => {
      expect(rounded(contrast(LIGHT[mark], LIGHT[ground]))).toBe(light);
      expect(rounded(contrast(DARK[mark], DARK[ground]))).toBe(dark);
    },
  );

  it.each([['light', LIGHT] as const, ['dark', DARK] as const])(
    'are legible in the %s theme',
    (_, tokens) => {
      for (const text of [tokens.ink, tokens.title, tokens.sub, tokens.link, tokens.flag]) {
        expect(contrast(text, tokens.page)).toBeGreaterThanOrEqual(LEAST_OF_TEXT);
        expect(contrast(text, tokens.shade)).toBeGreaterThanOrEqual(LEAST_OF_TEXT);
      }
      for (const mark of [tokens.usual, tokens.bar, tokens.flag]) {
        expect(contrast(mark, tokens.page)).toBeGreaterThanOrEqual(LEAST_OF_MARKS);
      }
    },
  );

  it('of a flag are used by style rules whose selector names a flag, and by nothing else', () => {
    const uses = linesWith(/--lw-flag\b|tokens\.flag\b|\.flag\]/);
    expect(uses.length).toBeGreaterThan(0);
    for (const use of uses)
      expect(use).toMatch(/: [^{]*\.lwFlag\w*( |,)[^{]*\{|: [^{]*\.lwFlag\w* \{/);
  });

  it('are written down nowhere but in the table', () => {
    const own = linesWith(/#[0-9a-fA-F]{6}\b/).filter(
      (line) => !line.startsWith('app/theme/tokens.ts'),
    );
    expect(own).toEqual([]);
  });
});

describe('the drawings', () => {
  it('import no pie, gauge, goal, heat map or gradient', () => {
    const imports = linesWith(
      /\b(Partition|Goal|Bullet|Heatmap|Wordcloud|linearGradient|radialGradient|linear-gradient)\b/,
    );
    expect(imports).toEqual([]);
  });

  it('have one value axis each: no second one is imported or grouped apart', () => {
    expect(linesWith(/<Axis\b/)).toHaveLength(1);
    expect(linesWith(/\b(groupId|Position\.Right)\b/)).toEqual([]);
  });
});
