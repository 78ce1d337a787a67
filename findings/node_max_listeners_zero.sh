#!/usr/bin/env bash
# Expected: once setMaxListeners has allowed a signal any number of listeners (0), getMaxListeners
# returns that 0, as it returns 10 before and 50 after setMaxListeners(50).
# Seen: with Node 22 it throws a TypeError, which says that the signal is no EventTarget. Node 24
# returns 0. It hurt where a test asked a signal for its limit: the limit was right, and the question
# failed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --save-exact node@22.12.0

cat >ask.cjs <<'JS'
const { getMaxListeners, setMaxListeners } = require('node:events');

function limitOf(signal) {
  try {
    return String(getMaxListeners(signal));
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
}

const { signal } = new AbortController();
const seen = [limitOf(signal)];
for (const limit of [50, 0]) {
  setMaxListeners(limit, signal);
  seen.push(limitOf(signal));
}
console.log(`Node ${process.version}`);
console.log(`at first: ${seen[0]}`);
console.log(`after setMaxListeners(50): ${seen[1]}`);
console.log(`after setMaxListeners(0): ${seen[2]}`);
const isAsDescribed =
  Number(seen[0]) > 0 && seen[1] === '50' && seen[2].startsWith('TypeError ERR_INVALID_ARG_TYPE');
console.log(isAsDescribed ? 'as described' : 'the behavior has changed');
process.exitCode = isAsDescribed ? 0 : 1;
JS
./node_modules/.bin/node ask.cjs
