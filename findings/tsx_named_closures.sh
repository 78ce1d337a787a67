#!/usr/bin/env bash
# Expected: tsx removes the types and runs the rest, so a loop takes as long as in what tsc emits.
# Seen: tsx has its transpiler keep the names of functions. Each arrow function that a statement gives
# a name is wrapped in a helper, which defines a property on it every time the closure is created. A
# loop that creates a small named closure per step runs many times slower than the same loop from tsc;
# the same loop without the name runs alike in both. It hurt where a benchmark was run by tsx: it
# accused code that is fast once compiled, and a command started through tsx paid for it in earnest.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --save-exact tsx@4.20.5 typescript@5.9.2

cat >loop.ts <<'TS'
function named(steps: number): number {
  let sum = 0;
  for (let step = 0; step < steps; step += 1) {
    const add = (value: number): number => value + (step % 7);
    sum += add(1);
  }
  return sum;
}

const apply = (change: (value: number) => number): number => change(1);

function unnamed(steps: number): number {
  let sum = 0;
  for (let step = 0; step < steps; step += 1) sum += apply((value) => value + (step % 7));
  return sum;
}

/** The best of five, in milliseconds. */
function best(work: (steps: number) => number): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work(500_000);
    return performance.now() - start;
  });
  return Math.min(...times);
}

console.log(JSON.stringify({ named: best(named), unnamed: best(unnamed) }));
TS

npx tsc --target es2022 --module commonjs --outDir compiled loop.ts
npx tsx loop.ts >by_tsx.json
node compiled/loop.js >by_tsc.json

node -e '
const { readFileSync } = require("node:fs");
const read = (name) => JSON.parse(readFileSync(name, "utf8"));
const versionOf = (name) => read(`node_modules/${name}/package.json`).version;
const [tsx, tsc] = [read("by_tsx.json"), read("by_tsc.json")];
console.log(`tsx ${versionOf("tsx")}, typescript ${versionOf("typescript")}, Node ${process.version}`);
for (const loop of ["named", "unnamed"]) {
  console.log(`closure ${loop}: ${tsx[loop].toFixed(1)} ms by tsx, ${tsc[loop].toFixed(1)} ms by tsc`);
}
const isAsDescribed = tsx.named > 5 * tsc.named && tsx.unnamed < 3 * tsc.unnamed;
console.log(isAsDescribed ? "as described" : "the behavior has changed");
process.exitCode = isAsDescribed ? 0 : 1;
'
