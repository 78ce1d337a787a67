import { readFile } from 'node:fs/promises';
import { parts } from './parts';
import { fileOf, textWithout } from './without_part';

describe('the parts of the calibrated method', () => {
  it.each(parts.map((part) => [part.name, part] as const))(
    'can be left out: %s',
    async (_, part) => {
      expect(await textWithout(part)).not.toBe(await readFile(fileOf(part), 'utf8'));
    },
  );

  it('are refused where the code has changed', async () => {
    const part = { name: 'gone', file: 'noise.ts', edits: [['no such text', '']] as const };
    await expect(textWithout(part)).rejects.toThrow('stands not once in noise.ts');
  });
});
