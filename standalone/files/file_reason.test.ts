import { readReason, writeReason } from './file_reason';

const errorOf = (code: string) => Object.assign(new Error(`${code}: raw, open 'x'`), { code });

describe('the reason of the file system', () => {
  it.each([
    ['ENOENT', 'there is no such file', 'there is no such folder'],
    ['EACCES', 'you are not allowed to read it', 'you are not allowed to write there'],
    ['EISDIR', 'it is a folder', 'it is a folder'],
    ['ENOTDIR', 'there is no such file', 'there is a file where its path has a folder'],
    ['EODD', 'the system reports EODD', 'the system reports EODD'],
  ])('is a clause in words: %s', (code, reading, writing) => {
    expect(readReason(errorOf(code))).toBe(reading);
    expect(writeReason(errorOf(code))).toBe(writing);
  });

  it('leaves an error alone that is of the program', () => {
    const error = new TypeError('x is undefined');
    expect(() => readReason(error)).toThrow(error);
    expect(() => writeReason(error)).toThrow(error);
  });
});
