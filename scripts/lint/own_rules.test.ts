import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const ESLINT = ['node_modules/eslint/bin/eslint.js', '--config', 'scripts/lint/own_rules.mjs'];

interface Linted {
  readonly messages: readonly { readonly line: number; readonly message: string }[];
}

/** The lines that the rules refuse, each with the first words of why. */
function refused(lines: readonly string[], file = 'common/any.ts'): Promise<string[]> {
  const args = [...ESLINT, '--stdin', '--stdin-filename', file, '--format', 'json'];
  return new Promise((done, fail) => {
    const child = execFile(process.execPath, args, { cwd: ROOT }, (_, out, said) => {
      if (out === '') return fail(new Error(said));
      const [linted] = JSON.parse(out) as Linted[];
      done((linted?.messages ?? []).map(({ line, message }) => `${lines[line - 1]} → ${message}`));
    });
    child.stdin?.end(lines.join('\n'));
  });
}

describe('the own rules of the linter', () => {
  it('refuse an interface that mixes two cases, and lists as arguments', async () => {
    const mixed = [
      'export interface Mixed { readonly run_id: string; readonly startedAt: string }',
      'export type AsType = { run_id: string; startedAt(): string };',
      'export interface Outer { readonly name: string; readonly inner: { a_b: 1; aB: 2 } }',
    ];
    const spread = [
      'export const push = (to: number[], from: number[]) => to.push(...from);',
      'export const most = (of: number[]) => Math.max(...of);',
    ];
    const fine = [
      'export interface Stored { readonly run_id: string; readonly name: string }',
      'export interface Passed { readonly runId: string; readonly name: string }',
      'export interface Nested { readonly runId: string; readonly stored: { run_id: string } }',
    ];
    const said = await refused([...mixed, ...spread, ...fine]);
    const caseWords =
      'One case for all members: snake_case if it is stored or sent, else camelCase.';
    const stackWords = 'A long list overflows the stack: use';
    expect(said).toEqual([
      ...mixed.map((line) => `${line} → ${caseWords}`),
      `${spread[0]} → ${stackWords} appendAll of common/lists, or a loop.`,
      `${spread[1]} → ${stackWords} greatest or least of common/lists.`,
    ]);
  });

  it('refuse work on a server that continues after some of it failed', async () => {
    const bare = [
      'export const both = (of: Promise<void>[]) => Promise.all(of);',
      'export const { all } = { all: Promise.all };',
    ];
    const fine = ['export const ends = (of: Promise<void>[]) => Promise.allSettled(of);'];
    const lines = [...bare, ...fine];
    const words = 'Other work continues after a failure: use allOver of server/app/basics.';
    const all = bare.map((line) => `${line} → ${words}`);
    expect(await refused(lines, 'server/routes/any.ts')).toEqual(all);
    expect(await refused(lines, 'standalone/cli/any.ts')).toEqual(all);
    expect(await refused(lines, 'server/app/basics/all_over.ts')).toEqual([]);
  });

  it('refuse imports that only some bundlers of Kibana understand', async () => {
    const other = [
      'export const named = (name: string) => import(`./pages/${name}`);',
      "export const packaged = () => import('zod');",
      "export const attributed = () => import('./data.json', { with: { type: 'json' } });",
      "import data from './data.json' with { type: 'json' };",
      'export const here = import.meta.url;',
    ];
    const plain = [
      "export const page = () => import('./pages/month');",
      "export const above = () => import('../month');",
    ];
    const said = await refused([...other, ...plain, 'export { data };'], 'public/app/any.tsx');
    const words = "Kibana's tools need import('./path') with a path as it is, and nothing else.";
    expect(said).toEqual(other.map((line) => `${line} → ${words}`));
  });

  it("refuse syntax of the page that Kibana's older tools cannot read", async () => {
    const other = [
      'export const most = 10_000;',
      'export const half = 0.674_49;',
      'let sheet: string | undefined;',
      "export const asked = () => (sheet ??= 'asked');",
      "export const named = () => (sheet ||= 'named');",
    ];
    const plain = ["export const words = '10_000';", 'export const all = 10000 ?? sheet?.length;'];
    const said = await refused([...other, ...plain], 'common/any.ts');
    const number = "Kibana's tools of 8.12 cannot read an underscore in a number: leave it out.";
    const operator =
      "Kibana's tools of 8.12 cannot read this operator: write a test and an assignment.";
    expect(said).toEqual([
      `${other[0]} → ${number}`,
      `${other[1]} → ${number}`,
      `${other[3]} → ${operator}`,
      `${other[4]} → ${operator}`,
    ]);
  });
});
