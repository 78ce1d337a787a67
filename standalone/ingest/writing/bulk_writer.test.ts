import { errors } from '@elastic/elasticsearch';
import { MAX_ATTEMPTS } from '../../../server/elastic/asking/backoff';
import { createBulkWriter, type BulkWriter } from './bulk_writer';
import { DiskFull } from '../disk_full';
import type { LogDocument } from '../documents/log_document';
import type { RefusedDocument } from './refused_file';
import type { BulkAnswer, SendBulk } from './send_bulk';

const documentWith = (message: string): LogDocument => ({
  '@timestamp': '2015-04-01T15:02:19.000Z',
  '@version': '1',
  host: 'web1',
  type: 'syslog',
  message,
  path: '/var/log/syslog',
  tags: [],
});

const items = (...statuses: number[]): BulkAnswer => ({
  kind: 'items',
  items: statuses.map((status) => ({
    status,
    reason: status < 400 ? undefined : `reason ${status}`,
  })),
});
const busy: BulkAnswer = { kind: 'busy', status: 429, reason: 'full' };
const tooLarge: BulkAnswer = { kind: 'too_large', reason: 'too large' };
const unreachable: BulkAnswer = { kind: 'unreachable', error: new errors.ConnectionError('gone') };

const linesOf = (bytes: Buffer): string[] => bytes.toString().trimEnd().split('\n');

/** A writer to a cluster that answers as listed; the last answer again and again. */
function writerTo(
  answers: readonly BulkAnswer[],
  signal = new AbortController().signal,
  shortage?: string,
) {
  const sent: string[][] = [];
  const refused: RefusedDocument[] = [];
  const pauses: number[] = [];
  const send: SendBulk = (lines) => {
    sent.push(linesOf(lines).filter((_, position) => position % 2 === 0));
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (answer === undefined) throw new Error('no answer is prepared');
    return Promise.resolve(answer);
  };
  const refuse = (more: readonly RefusedDocument[]): Promise<void> => {
    refused.push(...more);
    return Promise.resolve();
  };
  const pause = (attempt: number): Promise<void> => {
    pauses.push(attempt);
    return Promise.resolve();
  };
  const diskShortage = () => Promise.resolve(shortage);
  const writer = createBulkWriter({ send, refuse, diskShortage, pause }, signal);
  return { writer, sent, refused, pauses };
}

async function write(writer: BulkWriter, ids: readonly string[]): Promise<void> {
  for (const id of ids) writer.add(id, documentWith(id));
  await writer.finish();
}

const action = (id: string): string => `{"create":{"_index":"logstash-2015.04.01","_id":"${id}"}}`;

describe('createBulkWriter', () => {
  it('creates documents in the index of their day and counts those already there', async () => {
    const { writer, sent } = writerTo([items(201, 409, 201)]);
    await write(writer, ['a', 'b', 'c']);
    expect(sent).toEqual([[action('a'), action('b'), action('c')]]);
    expect(writer.counts).toEqual({ created: 2, already_there: 1, read_twice: 0, refused: 0 });
  });

  it('sends again what a busy cluster turned away, and only that', async () => {
    const { writer, sent, pauses } = writerTo([items(201, 429, 503), items(503, 201), items(201)]);
    await write(writer, ['a', 'b', 'c']);
    expect(sent.slice(1)).toEqual([[action('b'), action('c')], [action('b')]]);
    expect(pauses).toEqual([1, 2]);
    expect(writer.counts).toEqual({ created: 3, already_there: 0, read_twice: 0, refused: 0 });
  });

  it('sends a whole request again that was refused, or got no answer', async () => {
    const { writer, sent } = writerTo([busy, unreachable, items(201)]);
    await write(writer, ['a']);
    expect(sent).toEqual([[action('a')], [action('a')], [action('a')]]);
    expect(writer.counts.created).toBe(1);
  });

  it('keeps what is wrong in itself, without trying again', async () => {
    const { writer, refused, sent } = writerTo([items(400, 201)]);
    await write(writer, ['a', 'b']);
    expect(sent).toHaveLength(1);
    expect(refused).toEqual([
      {
        index: 'logstash-2015.04.01',
        id: 'a',
        status: 400,
        reason: 'reason 400',
        document: documentWith('a'),
      },
    ]);
    expect(writer.counts).toEqual({ created: 1, already_there: 0, read_twice: 0, refused: 1 });
  });

  it('keeps what is turned away to the end', async () => {
    const { writer, refused, sent } = writerTo([busy]);
    await write(writer, ['a', 'b']);
    expect(sent).toHaveLength(MAX_ATTEMPTS);
    expect(refused.map(({ id, status, reason }) => [id, status, reason])).toEqual([
      ['a', 429, 'full'],
      ['b', 429, 'full'],
    ]);
  });

  it('halves a request that is too large', async () => {
    const { writer, refused, sent } = writerTo([
      tooLarge,
      tooLarge,
      tooLarge,
      items(201),
      items(201),
    ]);
    await write(writer, ['a', 'b', 'c']);
    expect(sent.map((actions) => actions.length)).toEqual([3, 2, 1, 1, 1]);
    expect(refused.map(({ id, status }) => [id, status])).toEqual([['a', 413]]);
    expect(writer.counts).toEqual({ created: 2, already_there: 0, read_twice: 0, refused: 1 });
  });

  it('throws when nothing answers any more', async () => {
    const { writer, sent } = writerTo([unreachable]);
    await expect(write(writer, ['a'])).rejects.toThrow('gone');
    expect(sent).toHaveLength(MAX_ATTEMPTS);
  });

  it('stops with the reason of an abort', async () => {
    const controller = new AbortController();
    const { writer, sent } = writerTo([items(201)], controller.signal);
    controller.abort(new Error('stopped'));
    await expect(write(writer, ['a'])).rejects.toThrow('stopped');
    expect(sent).toEqual([]);
  });

  it('gives up at once where the disk is full, and keeps all that was not written', async () => {
    const { signal } = new AbortController();
    const { writer, sent, refused, pauses } = writerTo([items(201, 503)], signal, 'no room');
    for (const id of ['a', 'b']) writer.add(id, documentWith(id));
    await expect(writer.finish()).rejects.toThrow(new DiskFull('no room'));
    writer.add('c', documentWith('c'));
    await expect(writer.finish()).rejects.toThrow(new DiskFull('no room'));
    expect([sent, pauses]).toEqual([[[action('a'), action('b')]], []]);
    expect(refused.map(({ id, status, reason }) => [id, status, reason])).toEqual([
      ['b', 507, 'no room'],
      ['c', 507, 'no room'],
    ]);
    expect(writer.counts).toEqual({ created: 1, already_there: 0, read_twice: 0, refused: 2 });
  });

  it('sends each document once, whatever was answered before and however often', async () => {
    const statuses = new Map<string, number>();
    const send: SendBulk = async (lines) => {
      await new Promise((resolve) => setImmediate(resolve));
      const sent = linesOf(lines).filter((_, position) => position % 2 === 1);
      const answers = sent.map((line) => {
        const { message } = JSON.parse(line) as LogDocument;
        // Every third document is turned away when it first comes.
        const isTurnedAway = !statuses.has(message) && Number(message) % 3 === 0;
        expect(statuses.get(message)).not.toBe(201);
        statuses.set(message, isTurnedAway ? 429 : 201);
        return isTurnedAway ? 429 : 201;
      });
      return items(...answers);
    };
    const ports = { refuse: () => Promise.resolve(), pause: () => Promise.resolve() };
    const writer = createBulkWriter(
      { ...ports, send, diskShortage: () => Promise.resolve(undefined) },
      new AbortController().signal,
    );
    for (let number = 0; number < 30_000; number += 1) {
      writer.add(String(number), documentWith(String(number)));
      if (number % 500 === 0) await writer.ready();
    }
    await writer.finish();
    expect([statuses.size, writer.counts.created]).toEqual([30_000, 30_000]);
  });

  it('keeps at most two requests under way', async () => {
    let running = 0;
    let most = 0;
    const send: SendBulk = async (lines) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return items(...Array<number>(linesOf(lines).length / 2).fill(201));
    };
    const writer = createBulkWriter(
      { send, refuse: () => Promise.resolve(), diskShortage: () => Promise.resolve(undefined) },
      new AbortController().signal,
    );
    for (let number = 0; number < 20; number += 1) {
      writer.add(String(number), documentWith('x'.repeat(1_000_000)));
      await writer.ready();
    }
    await writer.finish();
    expect(most).toBe(2);
    expect(writer.counts.created).toBe(20);
  });
});
