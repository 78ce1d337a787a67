import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const MAKERS = /[/\\]zod[/\\]v4[/\\]core[/\\](?:to-json-schema|json-schema-processors)\.js$/;
const DECLARED = /^export (?:const|function) (\w+)/gm;
const RENAMED = /^export \{ \w+ as (\w+) \};/gm;

/**
 * Leaves out zod's code for JSON Schema. Every schema of zod refers to it, so esbuild would keep
 * these 17 kB, but only the server uses it to describe the API.
 */
export const noJsonSchema: Plugin = {
  name: 'no-json-schema',
  setup: (build) => {
    build.onLoad({ filter: MAKERS }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const names = [...code.matchAll(DECLARED), ...code.matchAll(RENAMED)].map(([, name]) => name);
      const exported = names.map((name) => `nothing as ${name}`).join(', ');
      return { contents: `const nothing = () => undefined;\nexport { ${exported} };` };
    });
  },
};
