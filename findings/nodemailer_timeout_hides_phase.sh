#!/usr/bin/env bash
# Expected: the error of a mail that could not be sent names the SMTP command that was under way, so
# that a sender knows whether the server may already have the mail. It does so for a refusal (`DATA`).
# Seen: a server that falls silent gives the same error whenever it does: code ETIMEDOUT, command CONN.
# Nothing in it tells a greeting that was late, after which sending again is safe, from a mail whose
# text the server had taken, after which sending again may deliver it twice.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --save-exact nodemailer@9.1.1

cat >show.cjs <<'JS'
const { createServer } = require('node:net');
const { createTransport } = require('nodemailer');
const { version } = JSON.parse(
  require('node:fs').readFileSync('node_modules/nodemailer/package.json', 'utf8'),
);

/** A server of few words that says nothing more once it has seen the given line. */
function serverSilentAfter(last) {
  const seen = { text: '' };
  const server = createServer((socket) => {
    let isInText = false;
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      seen.text += data;
      if (isInText) return;
      const command = String(data).slice(0, 4).toUpperCase();
      if (command === last) return;
      if (command === 'DATA') {
        isInText = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 ok\r\n');
    });
    socket.write('220 ready\r\n');
  });
  return { server, seen };
}

async function errorWhereSilentAfter(last) {
  const { server, seen } = serverSilentAfter(last);
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, socketTimeout: 1000 });
  const mail = { from: 'a@example.org', to: 'b@example.org', subject: 'x', text: 'the whole text' };
  const error = await transport.sendMail(mail).then(
    () => ({ code: 'none' }),
    (thrown) => thrown,
  );
  server.close();
  return { code: error.code, command: error.command, isTextTaken: /the whole text\r\n\.\r\n/.test(seen.text) };
}

(async () => {
  console.log(`nodemailer ${version}, Node ${process.version}`);
  const early = await errorWhereSilentAfter('EHLO');
  const late = await errorWhereSilentAfter('none');
  console.log(`silent after EHLO:         ${JSON.stringify(early)}`);
  console.log(`silent after all the text: ${JSON.stringify(late)}`);
  const isSame = early.code === late.code && early.command === late.command;
  const isAsDescribed =
    isSame && late.code === 'ETIMEDOUT' && late.command === 'CONN' && late.isTextTaken && !early.isTextTaken;
  console.log(isAsDescribed ? 'as described' : 'the behavior has changed');
  process.exit(isAsDescribed ? 0 : 1);
})();
JS
node show.cjs
