#!/usr/bin/env bash
# Expected: the map `browser` in a package.json is for the files of that package. A package in a folder
# below, with a package.json of its own and without such a map, is none of its business.
# Seen: with the platform "browser", esbuild replaces the imports of the inner package by the map of the
# outer one. webpack does not: it reads the nearest package.json only. An empty map in the inner
# package.json ends it. It hurt where an earlier version of a project was checked out below the present
# one to compare their speed: its bundle took a module of the present version, or was not built at all.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --save-exact \
  esbuild@0.28.2 webpack@5.97.1 ms@2.1.3 >/dev/null

mkdir inner
echo 'module.exports = () => "the copy of the outer package";' >copy.js
echo 'console.log(require("ms")(60000));' >inner/entry.js
echo '{"name": "inner", "version": "1.0.0"}' >inner/package.json
node -e '
const { readFileSync, writeFileSync } = require("node:fs");
const outer = { ...JSON.parse(readFileSync("package.json", "utf8")), browser: { ms: "./copy.js" } };
writeFileSync("package.json", JSON.stringify(outer));
'

cat >bundle.js <<'JS'
const { execFileSync } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const { buildSync } = require('esbuild');
const webpack = require('webpack');

const said = (file) => execFileSync('node', [file], { encoding: 'utf8' }).trim();
const byEsbuild = () => {
  const options = { bundle: true, platform: 'browser', outfile: 'esbuild.js' };
  buildSync({ ...options, entryPoints: ['inner/entry.js'] });
  return said('esbuild.js');
};
const byWebpack = () =>
  new Promise((resolve, reject) => {
    const output = { path: __dirname, filename: 'webpack.js' };
    webpack({ mode: 'none', target: 'web', entry: './inner/entry.js', output }, (error, stats) =>
      error || stats.hasErrors() ? reject(error ?? stats.toString()) : resolve(said('webpack.js')),
    );
  });

async function main() {
  const versionOf = (name) => require(`${name}/package.json`).version;
  console.log(`esbuild ${versionOf('esbuild')}, webpack ${versionOf('webpack')}`);
  const [esbuild, other] = [byEsbuild(), await byWebpack()];
  writeFileSync('inner/package.json', '{"name": "inner", "version": "1.0.0", "browser": {}}');
  const apart = byEsbuild();
  console.log(`webpack, an inner package without a map:      ${other}`);
  console.log(`esbuild, an inner package without a map:      ${esbuild}`);
  console.log(`esbuild, an inner package with an empty map:  ${apart}`);
  const isAsDescribed = esbuild.includes('copy') && other === '1m' && apart === '1m';
  console.log(isAsDescribed ? 'as described' : 'the behavior has changed');
  process.exitCode = isAsDescribed ? 0 : 1;
}
void main();
JS
node bundle.js
