import type { LogDocument } from '../documents/log_document';
import { BatchBuilder, pick, writtenAt } from './bulk_batch';

const documentWith = (message: string): LogDocument => ({
  '@timestamp': '2015-04-01T15:02:19.000Z',
  '@version': '1',
  host: 'web1',
  type: 'syslog',
  message,
  path: '/var/log/syslog',
  tags: [],
});

const MESSAGES = ['a', 'Zürich 東京 🦉', 'two\nlines', '', 'x'.repeat(5000)];

/** Far less room than the messages need. */
const CAPACITY = 100;

function batchOf(messages: readonly string[]) {
  const builder = new BatchBuilder(CAPACITY);
  messages.forEach((message, at) => {
    builder.add(`id${at}`, `logstash-${at}`, JSON.stringify(documentWith(message)));
  });
  return builder.take();
}

describe('BatchBuilder', () => {
  it('makes two lines of each document, in their order, whatever their letters and length', () => {
    const lines = MESSAGES.flatMap((message, at) => [
      JSON.stringify({ create: { _index: `logstash-${at}`, _id: `id${at}` } }),
      JSON.stringify(documentWith(message)),
    ]);
    expect(batchOf(MESSAGES).bytes.toString()).toBe(lines.map((line) => `${line}\n`).join(''));
  });

  it('counts documents and bytes, and begins again after each batch', () => {
    const builder = new BatchBuilder(CAPACITY);
    builder.add('id', 'logstash-2015.04.01', '{"message":"ä"}');
    const { bytes } = builder.take();
    expect([builder.documents, builder.byteLength]).toEqual([0, 0]);
    builder.add('id', 'logstash-2015.04.01', '{"message":"ö"}');
    expect([builder.documents, builder.byteLength]).toEqual([1, bytes.length]);
    expect(bytes.toString()).toContain('ä');
    expect(builder.take().bytes.toString()).toContain('ö');
  });
});

describe('reuse', () => {
  const add = (builder: BatchBuilder, message: string): void =>
    builder.add('id', 'logstash-2015.04.01', JSON.stringify(documentWith(message)));

  it('fills the room of a batch again, and of no other', () => {
    const builder = new BatchBuilder(10_000);
    add(builder, 'first');
    const first = builder.take();
    add(builder, 'second');
    const second = builder.take();
    builder.reuse(first);
    add(builder, 'third');
    const third = builder.take();
    expect(third.bytes.buffer).toBe(first.bytes.buffer);
    expect([second, third].map((batch) => writtenAt(batch, 0).document.message)).toEqual([
      'second',
      'third',
    ]);
  });

  it('leaves alone what shares its room with others, and what is too short', () => {
    const builder = new BatchBuilder(10_000);
    add(builder, 'first');
    const picked = pick(builder.take(), [0]);
    builder.reuse(picked);
    add(builder, 'x'.repeat(20_000));
    builder.reuse(builder.take());
    add(builder, 'second');
    expect(writtenAt(picked, 0).document.message).toBe('first');
    expect(writtenAt(builder.take(), 0).document.message).toBe('second');
  });
});

describe('pick', () => {
  it('makes a batch of some documents of another one', () => {
    const batch = batchOf(MESSAGES);
    const picked = pick(batch, [1, 2, 4]);
    expect(picked.indices).toEqual(['logstash-1', 'logstash-2', 'logstash-4']);
    expect([0, 1, 2].map((at) => writtenAt(picked, at))).toEqual(
      [1, 2, 4].map((at) => writtenAt(batch, at)),
    );
    expect(pick(picked, [0, 1, 2]).bytes.equals(picked.bytes)).toBe(true);
  });
});

describe('writtenAt', () => {
  it('gives each document and its id back', () => {
    const batch = batchOf(MESSAGES);
    expect(MESSAGES.map((_, at) => writtenAt(batch, at))).toEqual(
      MESSAGES.map((message, at) => ({ id: `id${at}`, document: documentWith(message) })),
    );
  });
});
