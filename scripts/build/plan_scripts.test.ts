import { planScripts } from './plan_scripts';

const plan = (modules: Readonly<Record<string, readonly [statics: string, dynamics: string]>>) =>
  planScripts(
    'entry',
    new Map(
      Object.entries(modules).map(([name, [statics, dynamics]]) => [
        name,
        {
          statics: statics.split(' ').filter(Boolean),
          dynamics: dynamics.split(' ').filter(Boolean),
        },
      ]),
    ),
  );

describe('planScripts', () => {
  it('puts into a script what is not there when it is opened', () => {
    const { entry, scripts } = plan({
      entry: ['words', 'page'],
      words: ['', ''],
      page: ['words table', 'settings'],
      table: ['', ''],
      settings: ['words table form', ''],
      form: ['', ''],
    });
    expect(entry).toEqual(['entry', 'words']);
    expect(scripts).toEqual([
      { openings: ['page'], modules: ['page', 'table'] },
      { openings: ['settings'], modules: ['settings', 'form'] },
    ]);
  });

  it('gives a script of its own to what only some openings need', () => {
    const { scripts } = plan({
      entry: ['', 'month settings help'],
      month: ['form', ''],
      settings: ['form', ''],
      help: ['', ''],
      form: ['', ''],
    });
    expect(scripts).toContainEqual({ openings: ['month', 'settings'], modules: ['form'] });
    expect(scripts).toHaveLength(4);
  });

  it('brings what is there on one way to an opening, but not on all', () => {
    const { scripts } = plan({
      entry: ['', 'page form'],
      page: ['table', 'chart'],
      form: ['', 'chart'],
      chart: ['table', ''],
      table: ['', ''],
    });
    expect(scripts).toContainEqual({ openings: ['chart', 'page'], modules: ['table'] });
  });

  it('refuses modules that open each other', () => {
    const modules = { entry: ['', 'one'], one: ['', 'other'], other: ['', 'one'] } as const;
    expect(() => plan(modules)).toThrow('open each other');
  });
});
