#!/usr/bin/env bash
# Expected: a client sends a POST that creates a document only once if it cannot know whether the server
# has taken it. RFC 9110 (section 9.2.2) asks for that: a method that is not idempotent is not repeated
# automatically.
# Seen: where the connection ends after the server has read the whole request, the client sends it again,
# four times in all. A server that wrote each of them would hold four documents, or have added four times
# where a script adds. The error at the end does not say that there was more than one request.
# Whoever writes documents without ids, or with scripts that add, sets `maxRetries: 0` for these requests.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --save-exact @elastic/elasticsearch@8.19.2

cat >show.cjs <<'JS'
const { createServer } = require('node:http');
const { Client } = require('@elastic/elasticsearch');
const { version } = JSON.parse(
  require('node:fs').readFileSync('node_modules/@elastic/elasticsearch/package.json', 'utf8'),
);

let taken = 0;
/** Reads the whole request, as if it wrote the document, and ends the connection without an answer. */
const server = createServer((request) => {
  request.resume();
  request.on('end', () => {
    taken += 1;
    request.socket.end();
  });
});

async function timesTaken(send) {
  taken = 0;
  const error = await send().then(() => 'no error', ({ name }) => name);
  return { taken, error };
}

server.listen(0, '127.0.0.1', async () => {
  const client = new Client({ node: `http://127.0.0.1:${server.address().port}` });
  const document = { message: 'hello' };
  const script = { source: 'ctx._source.times += 1' };
  const rows = [
    ['a document without an id', () => client.index({ index: 'logs', document })],
    ['a script that adds', () => client.update({ index: 'logs', id: '1', script })],
    ['the same, maxRetries: 0', () => client.update({ index: 'logs', id: '1', script }, { maxRetries: 0 })],
  ];
  console.log(`@elastic/elasticsearch ${version}, Node ${process.version}`);
  const seen = [];
  for (const [name, send] of rows) {
    const { taken: times, error } = await timesTaken(send);
    console.log(`${name.padEnd(26)} requests read by the server: ${times}, then ${error}`);
    seen.push(`${times} ${error}`);
  }
  const isAsDescribed = seen.join() === '4 ConnectionError,4 ConnectionError,1 ConnectionError';
  console.log(isAsDescribed ? 'as described' : 'the behavior has changed');
  process.exit(isAsDescribed ? 0 : 1);
});
JS
node show.cjs
