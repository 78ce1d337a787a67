import JSZip from 'jszip';
import { zipFiles } from './zip_files';

describe('zipFiles', () => {
  it('gives the same bytes for the same files, in whatever order they come', async () => {
    const one = await zipFiles(new Map([['a', 'first'], ['b/c', 'second']])); // prettier-ignore
    const other = await zipFiles(new Map([['b/c', 'second'], ['a', 'first']])); // prettier-ignore
    expect(Buffer.compare(one, other)).toBe(0);
    const zip = await JSZip.loadAsync(one);
    expect(Object.keys(zip.files)).toEqual(['a', 'b/c']);
    expect(await zip.file('b/c')?.async('text')).toBe('second');
  });
});
