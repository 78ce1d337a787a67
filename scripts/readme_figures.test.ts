import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const tables = readFileSync(join(root, 'docs/calibrated.md'), 'utf8');

/** The figures of a method in the first table after a text: precision, recall, F1, FA/100. */
function figuresOf(method: string, after: string): string[] {
  const from = tables.indexOf(after);
  if (from < 0) throw new Error(`docs/calibrated.md has no "${after}"`);
  const row = new RegExp(`^\\| ${method} \\|(.*)\\|$`, 'm').exec(tables.slice(from))?.[1] ?? '';
  const [precision = '', recall = '', f1 = '', alarms = ''] = row
    .split('|')
    .map((cell) => cell.trim());
  const rounded = [precision, recall, f1].map((value) => Number(value).toFixed(2));
  return [...rounded, Number(alarms) < 10 ? alarms : Number(alarms).toFixed(0)];
}

const FIRST = 'The first cases (`npm run bench:detection -- CASES LABELS`)';
const OWN = "The project's own generator has other families";
const REAL_LOG = 'The real log (`--log FILE --year 2005`)';

describe('the figures of the README', () => {
  it.each(['talk', 'calibrated'])('are those of docs/calibrated.md for %s', (method) => {
    expect(readme).toContain(`| ${method} | ${figuresOf(method, FIRST).join(' | ')} |`);
  });

  it.each([OWN, REAL_LOG])('are those of docs/calibrated.md after "%s"', (after) => {
    const [, , f1, alarms] = figuresOf('calibrated', after);
    const [, , f1OfTalk, alarmsOfTalk] = figuresOf('talk', after);
    const words = new RegExp(
      `\\b${f1} with ${alarms}\\b[^.()]*\\(talk: ${f1OfTalk} with ${alarmsOfTalk}\\)`,
    );
    expect(readme).toMatch(words);
  });

  it('are those of docs/calibrated.md for the sample logs', () => {
    const [, days, found] =
      /Of the (\d+) series-days that are as usual it flags (\d+)/.exec(tables) ?? [];
    expect(days).toBeDefined();
    expect(readme).toContain(`flags ${found} of ${days} series-days that are as usual`);
  });
});
