import { connect, type Socket } from 'node:net';

/** A connection on loopback over which lines are exchanged. */
export class LineConnection {
  private received = '';
  private closed = false;
  private wake: () => void = () => undefined;
  private readonly socket: Socket;

  constructor(port: number) {
    this.socket = connect({ host: '127.0.0.1', port });
    this.socket.setEncoding('utf8');
    this.socket.on('data', (chunk: string) => {
      this.received += chunk;
      this.wake();
    });
    // "close" follows each error and means all that matters here: there is no answer.
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => {
      this.closed = true;
      this.wake();
    });
  }

  send(line: string): void {
    this.socket.write(`${line}\n`);
  }

  /**
   * The next line, or undefined when the connection has ended, also because of `timeoutMs` or an
   * abort.
   */
  async next(timeoutMs: number, signal?: AbortSignal): Promise<string | undefined> {
    const end = (): void => this.end();
    const timer = setTimeout(end, timeoutMs);
    signal?.addEventListener('abort', end);
    if (signal?.aborted === true) end();
    try {
      while (!this.received.includes('\n')) {
        if (this.closed) return undefined;
        await new Promise<void>((resolve) => (this.wake = resolve));
      }
      const [line = '', ...rest] = this.received.split('\n');
      this.received = rest.join('\n');
      return line;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
    }
  }

  /** Whether this connection alone keeps the process from ending. */
  keepAwake(awake: boolean): void {
    if (awake) this.socket.ref();
    else this.socket.unref();
  }

  end(): void {
    this.socket.destroy();
  }
}
