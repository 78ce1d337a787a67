import type { LineSplitter } from '../reading/split_lines';
import { createExportSplitter, isJournalExport } from './split_export';

function binary(name: string, value: Buffer | string): Buffer {
  const bytes = Buffer.from(value as string);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.length));
  return Buffer.concat([Buffer.from(`${name}\n`), length, bytes, Buffer.from('\n')]);
}

const entry = (...fields: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from('__CURSOR=s=1\n'), ...fields, Buffer.from('PRIORITY=4\n\n')]);

function linesOf(bytes: Buffer, step: number, splitter: LineSplitter = createExportSplitter()) {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; at += step) {
    texts.push(...splitter.push(bytes.subarray(at, at + step)).map(({ text }) => text));
  }
  return [...texts, ...splitter.end().map(({ text }) => text)];
}

describe('an export of the journal', () => {
  const message = 'first\nPRIORITY=0\n\n__CURSOR=s=2\n';

  it('has values that are read by their length, in whatever pieces the bytes come', () => {
    const bytes = entry(binary('MESSAGE', message), binary('_CMDLINE', '\n'.repeat(10)));
    for (const step of [1, 7, 64, bytes.length]) {
      expect(linesOf(bytes, step)).toEqual([
        '__CURSOR=s=1',
        'MESSAGE=first\n\tPRIORITY=0\n\t\n\t__CURSOR=s=2\n\t',
        `_CMDLINE=${'\n\t'.repeat(10)}`,
        'PRIORITY=4',
        '',
      ]);
    }
  });

  it('keeps the size of a value that is too large to be kept', () => {
    const bytes = entry(binary('COREDUMP', 'x'.repeat(100)));
    expect(linesOf(bytes, 9, createExportSplitter(50))).toEqual([
      '__CURSOR=s=1',
      'COREDUMP=[100 bytes]',
      'PRIORITY=4',
      '',
    ]);
  });

  it('gives what is left of one that was cut off, and is known by its first bytes', () => {
    const bytes = entry(binary('MESSAGE', 'abc'));
    expect(linesOf(bytes.subarray(0, -3), 5).at(-1)).toBe('PRIORITY=');
    expect(linesOf(Buffer.from('__CURSOR=s=1\nPRIO'), 5)).toEqual(['__CURSOR=s=1', 'PRIO']);
    expect(isJournalExport(bytes)).toBe(true);
    expect(isJournalExport(Buffer.from('Nov 24'))).toBe(false);
  });
});
