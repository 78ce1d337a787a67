import type { Plugin } from 'esbuild';

/**
 * Packages that the command line imports and never calls in the package: Arrow, for which the
 * client of Elasticsearch has a helper (12 MB), and esbuild, since the page is already built.
 */
const LEFT_OUT = /^(?:apache-arrow(?:\/.*)?|esbuild)$/;
const NAMESPACE = 'left-out';

/** Replaces them by a module that says which package is missing as soon as it is used. */
export const leftOut: Plugin = {
  name: 'left-out',
  setup: (build) => {
    build.onResolve({ filter: LEFT_OUT }, ({ path }) => ({ path, namespace: NAMESPACE }));
    build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({
      contents: [
        `const missing = (target, name) => { throw new Error('the package has no ${path}: ' + String(name)); };`,
        // Compilers read this mark when they import.
        `module.exports = new Proxy({ __esModule: true }, { get: (target, name) => name in target ? target[name] : missing(target, name) });`,
      ].join('\n'),
      loader: 'js',
    }));
  },
};
