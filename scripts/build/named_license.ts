import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const person = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const namedSchema = z.object({
  license: z.enum(['Apache-2.0', 'MIT']),
  author: person.optional(),
  contributors: z.array(person).default([]),
});

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense,
and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN
NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY,
WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The Apache License is also the license of Logwave, so its text is passed on anyway. */
const TEXTS = { 'Apache-2.0': 'The text of this license is in the file LICENSE.', MIT };

/**
 * The license that a package only names in its `package.json`, with its text; none if it is not one
 * of those known here.
 */
export async function namedLicense(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}');
  const { data } = namedSchema.safeParse(JSON.parse(text));
  if (data === undefined) return [];
  const { license, author, contributors } = data;
  const people = [...new Set([...(author === undefined ? [] : [author]), ...contributors])];
  const by = people.length === 0 ? [] : [`Copyright ${people.join(', ')}`];
  return [[`${license} License`, ...by, TEXTS[license]].join('\n\n')];
}
