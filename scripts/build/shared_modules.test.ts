import { originOf, packageOf, sharedModules } from './shared_modules';

describe('originOf', () => {
  it('knows the 43 modules that every known Kibana shares', () => {
    expect(sharedModules.size).toBe(43);
    expect(originOf('react')).toEqual({ from: 'kibana', global: 'React' });
    expect(originOf('@kbn/i18n')).toEqual({ from: 'kibana', global: 'KbnI18n' });
  });

  it.each([
    ['fflate', '9.2, 9.4, 9.5'],
    ['@tanstack/react-query', '9.2, 9.4, 9.5'],
    ['rxjs/operators', '8.19, 9.2, 9.4, 9.5'],
    ['@elastic/eui/dist/eui_charts_theme', '8.19, 9.2, 9.4, 9.5'],
  ])('refuses %s, which Kibana %s does not share', (id, versions) => {
    expect(originOf(id)).toEqual({
      from: 'nowhere',
      reason: `Kibana ${versions} does not share "${id}" with plugins: do without it.`,
    });
  });

  it('refuses other modules of Kibana', () => {
    expect(originOf('@kbn/code-editor')).toMatchObject({ from: 'nowhere' });
  });

  it('refuses parts that would bring a second copy of what is shared', () => {
    expect(originOf('@elastic/eui/es/components/button')).toMatchObject({ from: 'nowhere' });
    expect(originOf('moment/locale/de')).toMatchObject({ from: 'nowhere' });
  });

  it('bundles everything else, and the little runtime of JSX', () => {
    expect(originOf('zod')).toEqual({ from: 'bundle' });
    expect(originOf('@tanstack/react-virtual')).toEqual({ from: 'bundle' });
    expect(originOf('react/jsx-runtime')).toEqual({ from: 'bundle' });
  });

  it('is not misled by names that every object has', () => {
    expect(originOf('constructor')).toEqual({ from: 'bundle' });
  });
});

describe('packageOf', () => {
  it('names the package of a part', () => {
    expect(packageOf('lodash/fp')).toBe('lodash');
    expect(packageOf('@elastic/eui/lib/services')).toBe('@elastic/eui');
  });
});
