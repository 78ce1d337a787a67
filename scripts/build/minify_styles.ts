import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const STYLES = /[/\\]theme[/\\]\w+_styles\.ts$/;
const TEMPLATE = /`[^`]*`/g;

/** A style sheet without the spaces that only people need. */
export function minifiedStyles(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}');
}

/** Minifies the style sheets of the page, which are strings to the bundler. */
export const minifyStyles: Plugin = {
  name: 'minify-styles',
  setup: (build) => {
    build.onLoad({ filter: STYLES }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      return { contents: code.replace(TEMPLATE, (css) => minifiedStyles(css)), loader: 'ts' };
    });
  },
};
