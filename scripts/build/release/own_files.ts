import type { Plugin } from 'esbuild';

/**
 * Packages that few commands need, and the files that the package has of each: no other command has to
 * read them when it starts.
 */
export const OWN_FILES: ReadonlyMap<string, string> = new Map([
  ['@opensearch-project/opensearch', 'opensearch.js'],
]);

/** Leaves imports of such packages to the files beside the program. */
export const ownFiles: Plugin = {
  name: 'own-files',
  setup: (build) => {
    build.onResolve({ filter: /^@/ }, ({ path, kind }) => {
      const file = OWN_FILES.get(path);
      if (file === undefined || kind === 'entry-point') return undefined;
      return { path: `./${file}`, external: true };
    });
  },
};
