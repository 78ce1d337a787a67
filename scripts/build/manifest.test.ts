import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeManifest } from './manifest';

const VERSIONS = { kibana: '8.12.2', plugin: '0.2.0' };

const LEAST = { id: 'logwave', version: '0.2.0', kibanaVersion: 'kibana', owner: { name: 'us' } };

function made(more: object) {
  return makeManifest(JSON.stringify({ ...LEAST, server: true, ...more }), VERSIONS);
}

describe('makeManifest', () => {
  it('takes comments out and stamps the version of Kibana', () => {
    const text = '{ // ours\n "id": "logwave", /* x */ "version": "0.2.0",';
    const rest = '"kibanaVersion": "kibana", "owner": {"name": "us"}, "ui": true, }';
    expect(makeManifest(text + rest, VERSIONS)).toEqual({
      id: 'logwave',
      version: '0.2.0',
      kibanaVersion: '8.12.2',
      owner: { name: 'us' },
      ui: true,
    });
  });

  it('takes the manifest of this project', () => {
    const root = join(__dirname, '..', '..');
    const manifest = makeManifest(readFileSync(join(root, 'kibana.jsonc'), 'utf8'), VERSIONS);
    expect(manifest).toMatchObject({
      id: 'logwave',
      ui: true,
      server: true,
      requiredPlugins: ['features', 'taskManager'],
      optionalPlugins: [
        'security',
        'encryptedSavedObjects',
        'share',
        'dataViews',
        'alerting',
        'triggersActionsUi',
      ],
    });
  });

  it('fails on a key that Kibana does not know, at the top and in the owner', () => {
    expect(() => made({ browser: true })).toThrow('kibana.jsonc: no such setting: browser');
    expect(() => made({ owner: { name: 'us', mail: 'x' } })).toThrow('owner: no such setting');
  });

  it.each([
    ['an id with a dot', { id: 'log.wave' }, 'camelCase'],
    ['an id in snake_case', { id: 'log_wave' }, 'camelCase'],
    ['no owner', { owner: undefined }, 'owner: is missing'],
    ['neither server nor ui', { server: false }, 'one of ui and server must be true'],
    ['a plugin id that is none', { requiredPlugins: ['@kbn/features-plugin'] }, 'camelCase'],
  ])('fails on %s', (_, more, words) => {
    expect(() => made(more)).toThrow(words);
  });

  it('fails where the version is not that of the package', () => {
    expect(() => made({ version: '0.0.1' })).toThrow('write the same in both');
  });

  it('says where the text is not JSON', () => {
    expect(() => makeManifest('{"id": }', VERSIONS)).toThrow('at character 7');
  });
});
