import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectMessages, mergeMessages, messagesIn } from './collect_messages';
import { faultsOfTranslation, readTranslations } from './translations';

const MESSAGES = new Map([
  ['logwave.day', 'Day {day}'],
  ['logwave.none', 'Nothing'],
]);

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logwave-texts-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('messagesIn', () => {
  it('finds each text by its id, wherever it is called', () => {
    const code = `
      const a = translate('logwave.day', { defaultMessage: 'Day {day}', values: { day } });
      const b = <p>{translate('logwave.none', { defaultMessage: 'Nothing' })}</p>;
      const c = other('elsewhere.id', {});
    `;
    const found = messagesIn('page.tsx', code);
    expect(new Map(found.map(({ id, text }) => [id, text]))).toEqual(MESSAGES);
  });

  it('fails on a text that is put together, since nobody could translate it', () => {
    const code = "translate('logwave.day', { defaultMessage: `Day ${day}` })";
    expect(() => messagesIn('page.tsx', code)).toThrow('logwave.day has no plain text');
  });

  it('fails on an apostrophe that Kibana would take for a quotation mark', () => {
    const code = 'translate("logwave.day", { defaultMessage: "the \'{day}\'" })';
    expect(() => messagesIn('page.tsx', code)).toThrow('an apostrophe before a brace');
  });

  it('fails on an id with two texts', () => {
    const found = ['One', 'Two'].map((text) => ({ id: 'logwave.x', text, file: 'page.tsx' }));
    expect(() => mergeMessages(found)).toThrow('logwave.x has another text elsewhere');
  });
});

describe('collectMessages', () => {
  it('reads sources and leaves tests out', async () => {
    await writeFile(join(folder, 'a.ts'), "translate('logwave.a', { defaultMessage: 'A' })");
    await writeFile(join(folder, 'a.test.ts'), "translate('logwave.b', { defaultMessage: 'B' })");
    expect(await collectMessages(folder)).toEqual(new Map([['logwave.a', 'A']]));
  });
});

describe('translations', () => {
  it('names what is left over or has other values', () => {
    const translated = new Map([
      ['logwave.day', 'Tag {tag}'],
      ['logwave.old', 'Alt'],
    ]);
    expect(faultsOfTranslation(MESSAGES, translated)).toEqual([
      'logwave.day has other values',
      'no text of the page has the id logwave.old',
    ]);
  });

  it('reads translations, also unfinished ones, and fails on wrong ones', async () => {
    const messages = { 'logwave.none': 'Nichts' };
    await writeFile(join(folder, 'de.json'), JSON.stringify({ messages }));
    const files = await readTranslations(folder, MESSAGES);
    expect(JSON.parse(files.get('de.json') ?? '')).toEqual({ messages });
    await writeFile(
      join(folder, 'fr.json'),
      JSON.stringify({ messages: { 'logwave.day': 'Jour' } }),
    );
    await expect(readTranslations(folder, MESSAGES)).rejects.toThrow('translations/fr.json');
    expect(await readTranslations(join(folder, 'none'), MESSAGES)).toEqual(new Map());
  });
});
