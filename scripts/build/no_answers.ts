import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { shaken } from './shake_zod';

const ENDPOINTS = /[/\\]common[/\\]api[/\\].*\.ts$/;
const SUMMARY = /^( {2}summary:)\s*(?:'[^']*'|"[^"]*"),$/gm;
const ANSWER = /^ {2}answer: [^]*?,\n {2}status:/gm;

/** An endpoint without its description and without the schema of its answer. */
export function withoutAnswer(code: string): string {
  return code.replace(SUMMARY, "$1 '',").replace(ANSWER, '  answer: undefined,\n  status:');
}

/**
 * Leaves out of a browser's bundle what only the description of the API and its tests use: the page
 * does not validate answers.
 */
export const noAnswers: Plugin = {
  name: 'no-answers',
  setup: (build) => {
    build.onLoad({ filter: ENDPOINTS }, async ({ path }) => ({
      contents: withoutAnswer(shaken(await readFile(path, 'utf8'))),
      loader: 'ts',
    }));
  },
};
