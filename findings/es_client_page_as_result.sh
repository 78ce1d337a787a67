#!/usr/bin/env bash
# Expected: the client rejects what is not an answer of Elasticsearch. It does check a product header.
# Seen: where a proxy adds or keeps that header, a page in HTML (status 200) and a redirect (302) are
# resolved as results. `search` gives the text of the page, whose `hits` are undefined, and
# `indices.exists` gives true for the redirect. Code that reads the typed result then fails far from
# the cause, or takes a missing index for one that is there. It hurt behind a proxy with a login page.
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

const server = createServer((request, response) => {
  response.setHeader('x-elastic-product', 'Elasticsearch');
  response.setHeader('content-type', 'text/html');
  if (request.url.startsWith('/moved')) {
    response.writeHead(302, { location: '/login' }).end('<p>Moved</p>');
  } else response.end('<p>Log in</p>');
});

async function show(client) {
  const outcome = (work) => work.then((value) => value, (error) => `rejected: ${error.name}`);
  const seen = {
    'search, a page with status 200': await outcome(client.search({ index: 'page' })),
    'search, a redirect': await outcome(client.search({ index: 'moved' })),
    'indices.exists, a redirect': await outcome(client.indices.exists({ index: 'moved' })),
  };
  console.log(`@elastic/elasticsearch ${version}, Node ${process.version}`);
  for (const [what, value] of Object.entries(seen)) console.log(`${what}: ${JSON.stringify(value)}`);
  const described = ['<p>Log in</p>', '<p>Moved</p>', true];
  return JSON.stringify(Object.values(seen)) === JSON.stringify(described);
}

server.listen(0, '127.0.0.1', async () => {
  const node = `http://127.0.0.1:${server.address().port}`;
  const client = new Client({ node, maxRetries: 0 });
  const isAsDescribed = await show(client);
  await client.close();
  server.close();
  console.log(isAsDescribed ? 'as described' : 'the behavior has changed');
  process.exitCode = isAsDescribed ? 0 : 1;
});
JS
node show.cjs
