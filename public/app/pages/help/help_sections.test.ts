import { translate } from '../../../i18n';
import { helpSections } from './help_sections';

describe('the documentation in the plugin', () => {
  const sections = helpSections(translate);

  it('has parts with headings and paragraphs, each once', () => {
    expect(sections.map(({ id }) => id)).toEqual([
      'morning',
      'why',
      'judge',
      'tags',
      'schedule',
      'rights',
    ]);
    const texts = sections.flatMap(({ title, paragraphs }) => [title, ...paragraphs]);
    expect(new Set(texts).size).toBe(texts.length);
    for (const { paragraphs } of sections) expect(paragraphs).not.toHaveLength(0);
  });

  it('leads nowhere outside: many read it without a network', () => {
    expect(JSON.stringify(sections)).not.toMatch(/https?:/);
  });

  it('is in the language of the given translator', () => {
    expect(helpSections((id) => id)[0]?.title).toBe('logwave.help.morning');
  });
});
