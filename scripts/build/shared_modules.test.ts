import { originOf, packageOf, sharedModules } from './shared_modules';

describe('originOf', () => {
  it('knows the 49 modules that Kibana 8.12.2 shares', () => {
    expect(sharedModules.size).toBe(49);
    expect(originOf('react')).toEqual({ from: 'kibana', global: 'React' });
    expect(originOf('@kbn/i18n')).toEqual({ from: 'kibana', global: 'KbnI18n' });
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
  it('tells the package of a part', () => {
    expect(packageOf('lodash/fp')).toBe('lodash');
    expect(packageOf('@elastic/eui/lib/services')).toBe('@elastic/eui');
  });
});
