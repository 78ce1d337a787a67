#!/usr/bin/env bash
# Expected: the time to decompress depends on the data. The window of a frame says how far back it
# may refer, and costs memory.
# Seen: fzstd moves the whole window with every block of at most 128 kB. The same text takes many
# times as long where the frame was written with a window of 128 MB (what `zstd --long` writes from a
# pipe) as with one of 512 kB, although both files are of about the same size. It hurt a reader of
# compressed logs on a Node without zstd of its own: a file of 16 MB took half a minute.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --save-exact fzstd@0.1.1
python3 -m venv tools
tools/bin/pip install --quiet --disable-pip-version-check zstandard==0.23.0

cat >pack.py <<'PYTHON'
import zstandard

text = b"".join(b"%d\n" % number for number in range(1_000_000))
for name, window_log in ("small", 19), ("large", 27):
    parameters = zstandard.ZstdCompressionParameters.from_level(
        3, window_log=window_log, write_content_size=False
    )
    packer = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    with open(name + ".zst", "wb") as file:
        file.write(packer.compress(text) + packer.flush())
PYTHON
tools/bin/python pack.py

cat >show.cjs <<'JS'
const { readFileSync } = require('node:fs');
const { decompress } = require('fzstd');
const { version } = JSON.parse(readFileSync('node_modules/fzstd/package.json', 'utf8'));

function unpack(name) {
  const packed = readFileSync(`${name}.zst`);
  const before = process.cpuUsage();
  const text = decompress(packed);
  const { user, system } = process.cpuUsage(before);
  return { packed: packed.length, text: Buffer.from(text), ms: (user + system) / 1000 };
}

unpack('small'); // The first one also compiles the code.
const [small, large] = [unpack('small'), unpack('large')];
console.log(`fzstd ${version}, Node ${process.version}`);
for (const [window, { packed, text, ms }] of [['512 kB', small], ['128 MB', large]]) {
  console.log(`window ${window}: ${packed} bytes packed, ${text.length} of text, ${ms.toFixed()} ms of processor`);
}
const isAsDescribed =
  small.text.equals(large.text) && large.packed < small.packed * 1.1 && large.ms > small.ms * 4;
console.log(isAsDescribed ? 'as described' : 'the behavior has changed');
process.exitCode = isAsDescribed ? 0 : 1;
JS
node show.cjs
