/**
 * Bundles the page as Kibana's own tools do, with their webpack. Its argument is a JSON object:
 * the folders `packages`, `root` and `out`, the `mode` of webpack, and `shared` modules, by id the
 * global that holds each. What webpack reports is printed, and is an exit code.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { packages, root, out, mode, shared } = JSON.parse(process.argv[2]);
const require = createRequire(join(packages, 'package.json'));
const webpack = require('webpack');

/** Browsers of the time of Kibana 8.12: Babel lowers for them only what it is told to. */
const BROWSERS = { chrome: '121', firefox: '122', safari: '17.3' };
/** What Kibana's preset always lowers. */
const LOWERED = [
  'class-properties',
  'export-namespace-from',
  'nullish-coalescing-operator',
  'optional-chaining',
  'private-methods',
];

const babel = {
  babelrc: false,
  configFile: false,
  envName: mode,
  compact: true,
  presets: [
    [require.resolve('@babel/preset-env'), { modules: false, bugfixes: true, targets: BROWSERS }],
    [require.resolve('@babel/preset-typescript'), { allowNamespaces: true }],
    require.resolve('@babel/preset-react'),
  ],
  plugins: LOWERED.map((name) => require.resolve(`@babel/plugin-transform-${name}`)),
};

/** Registers the plugin at the loader of Kibana's page. */
const ENTRY = `__webpack_public_path__ = window.__kbnPublicPath__.logwave;
__kbnBundles__.define(
  'plugin/logwave/public',
  __webpack_require__,
  require.resolve(${JSON.stringify(join(root, 'public'))}),
);
`;
const entry = join(out, 'entry.js');
writeFileSync(entry, ENTRY);

const configuration = {
  mode,
  context: root,
  entry: { logwave: entry },
  devtool: false,
  output: {
    path: out,
    filename: 'logwave.plugin.js',
    chunkFilename: 'logwave.chunk.[id].js',
    jsonpFunction: 'logwave_bundle_jsonpfunction',
  },
  node: { fs: 'empty' },
  optimization: {
    noEmitOnErrors: true,
    splitChunks: {
      maxAsyncRequests: 10,
      cacheGroups: { default: { reuseExistingChunk: false } },
    },
  },
  externals: shared,
  module: {
    rules: [
      {
        test: /\.(js|tsx?)$/,
        exclude: /node_modules/,
        use: { loader: require.resolve('babel-loader'), options: babel },
      },
    ],
  },
  resolve: { extensions: ['.js', '.ts', '.tsx', '.json'], mainFields: ['browser', 'main'] },
  performance: { hints: false },
};

webpack(configuration, (error, stats) => {
  if (error) throw error;
  console.log(stats.toString({ all: false, version: true, errors: true, warnings: true }));
  if (stats.hasErrors() || stats.hasWarnings()) process.exitCode = 1;
});
