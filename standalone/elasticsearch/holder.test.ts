import { createServer, type Server, type Socket } from 'node:net';
import { askLauncher, openHolder } from './holder';

/** A launcher that answers each received line as `answers` says; "…end" closes the connection. */
async function startLauncher(answers: ReadonlyMap<string, readonly string[]>): Promise<Server> {
  const server = createServer((socket: Socket) => {
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      for (const answer of answers.get(chunk.trim()) ?? ['…end']) {
        if (answer === '…end') socket.end();
        else socket.write(`${answer}\n`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function stateOf(server: Server): { pid: number; port: number; token: string } {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { pid: 1, port: address.port, token: 'token' };
}

const READY = ['ours', 'ready http://127.0.0.1:9'];
let server: Server;

afterEach(() => new Promise((resolve) => server.close(resolve)));

describe('openHolder', () => {
  it('holds, and says on leaving for whom Elasticsearch keeps running', async () => {
    server = await startLauncher(
      new Map([
        ['token hold', READY],
        ['bye', ['stays 2 kept http://127.0.0.1:9']],
      ]),
    );
    const holder = await openHolder(stateOf(server), 'hold');
    expect(holder).toMatchObject({ pid: 1, url: 'http://127.0.0.1:9' });
    expect(await holder?.leave()).toEqual({ holders: 2, kept: true, url: 'http://127.0.0.1:9' });
  });

  it('waits on leaving until the process has ended, when it was the last', async () => {
    server = await startLauncher(
      new Map([
        ['token keep', READY],
        ['bye', ['stops', '…end']],
      ]),
    );
    const holder = await openHolder(stateOf(server), 'keep');
    expect(await holder?.leave()).toBeUndefined();
  });

  it.each([
    ['somebody else answers', ['HTTP/1.1 400 Bad Request', '…end']],
    ['nobody says a word', ['…end']],
    ['it is just stopping', ['ours', '…end']],
  ])('holds nothing where %s', async (_name, answers) => {
    server = await startLauncher(new Map([['token hold', answers]]));
    expect(await openHolder(stateOf(server), 'hold')).toBeUndefined();
  });

  it('stops waiting for a start on an abort', async () => {
    server = await startLauncher(new Map([['token hold', ['ours']]]));
    const controller = new AbortController();
    const opening = openHolder(stateOf(server), 'hold', controller.signal);
    setTimeout(() => controller.abort(new Error('enough')), 50);
    await expect(opening).rejects.toThrow('enough');
  });
});

describe('askLauncher', () => {
  it('says what its state is', async () => {
    server = await startLauncher(new Map([['token look', ['ours', 'stays 0 kept http://h']]]));
    const staying = await askLauncher(stateOf(server), 'look');
    expect(staying).toEqual({ holders: 0, kept: true, url: 'http://h' });
  });

  it('waits for the end', async () => {
    server = await startLauncher(new Map([['token end', ['ours', 'stops', '…end']]]));
    expect(await askLauncher(stateOf(server), 'end')).toBe('stopped');
  });

  it('says nothing of what went away without an answer', async () => {
    server = await startLauncher(new Map([['token end', ['ours', '…end']]]));
    expect(await askLauncher(stateOf(server), 'end')).toBeUndefined();
  });
});
