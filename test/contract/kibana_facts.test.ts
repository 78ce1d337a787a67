import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kibanaRows } from '../../scripts/build/kibana_versions';
import { makeManifest } from '../../scripts/build/manifest';
import { sharedModules } from '../../scripts/build/shared_modules';
import { endpoints } from '../../common/api';
import { kibanaFeatures } from '../../server/kibana/features';
import { registerWithRule } from '../../server/kibana/rule/register_features';
import { routeConfig } from '../../server/kibana/routes';
import { encryptedKeyType } from '../../server/kibana/saved_object_types';
import { taskDefinition } from '../../server/kibana/schedule/task_definition';
import { DISCOVER_FEATURES } from '../../public/kibana/page_services';
import { EncryptingKibana } from '../fixtures/encrypting_kibana';
import { FakeFeatureRegistry } from './fake_feature_registry';
import { kibanaFacts } from './kibana_facts';

jest.mock('@kbn/config-schema', () => jest.requireActual<object>('./fake_config_schema'), {
  virtual: true,
});

const KEY = { api_key: 'secret', patterns: ['a-*'], tag: true, key_id: '1', user: 'ann' };

function factsOf(minor: string) {
  const found = kibanaFacts.find((one) => one.minor === minor);
  if (found === undefined) throw new Error(`there are no facts about Kibana ${minor}`);
  return found.facts;
}

describe('the facts', () => {
  it('are there for every version that zips are built for, and for no other', () => {
    const minors = kibanaFacts.map(({ minor }) => minor).sort();
    expect(minors).toEqual(kibanaRows.map(({ minor }) => minor).sort());
  });

  it('say the same of shared modules as the table of the build', () => {
    for (const { minor, not_shared } of kibanaRows) {
      expect(factsOf(minor).modules_gone.value).toEqual(not_shared);
    }
  });

  it('were run only where the plugin was run', () => {
    for (const { minor, run } of kibanaRows) {
      const wasRun = Object.values(factsOf(minor)).some(({ certainty }) => certainty === 'run');
      expect([minor, wasRun]).toEqual([minor, run.length > 0]);
    }
  });
});

describe('the twin of the feature registry', () => {
  const registry = () => new FakeFeatureRegistry(factsOf('8.12').feature.value);
  const [feature] = kibanaFeatures;

  it('refuses what the real one of 8.12.2 refuses', () => {
    if (feature === undefined) throw new Error('there is no feature');
    const { all } = feature.privileges;
    const { name, ...unnamed } = feature;
    const altered: readonly (readonly [object, string])[] = [
      [{ ...feature, scope: ['security'] }, 'unknown scope'],
      [{ ...feature, hidden: true }, 'unknown hidden'],
      [unnamed, 'missing name'],
      [{ ...feature, privileges: { all: { ...all, replacedBy: [] } } }, 'unknown replacedBy'],
      [{ ...feature, privileges: { all: { ...all, app: ['other'] } } }, 'no app other'],
    ];
    for (const [given, words] of altered) {
      expect(() => registry().registerKibanaFeature(given as never)).toThrow(words);
    }
    expect(name).toBe('Logwave');
  });

  it('refuses the same feature twice', () => {
    if (feature === undefined) throw new Error('there is no feature');
    const filled = registry();
    filled.registerKibanaFeature(feature);
    expect(() => filled.registerKibanaFeature(feature)).toThrow('twice');
  });
});

describe.each(kibanaFacts.map(({ minor, facts }) => [minor, facts] as const))(
  'Kibana %s by its facts',
  (_, facts) => {
    it('takes the manifest', () => {
      const text = readFileSync(join(__dirname, '..', '..', 'kibana.jsonc'), 'utf8');
      const manifest = makeManifest(text, { kibana: '8.12.2', plugin: '0.2.0' });
      const unknown = Object.keys(manifest).filter(
        (key) => !facts.manifest_keys.value.includes(key),
      );
      expect(unknown).toEqual([]);
    });

    it('registers the features', () => {
      const registry = new FakeFeatureRegistry(facts.feature.value);
      for (const feature of kibanaFeatures) registry.registerKibanaFeature(feature);
      expect(registry.features.length).toBe(kibanaFeatures.length);
    });

    it('registers a feature with the rule in the form that it takes, and only once', () => {
      const registry = new FakeFeatureRegistry(facts.feature.value);
      const [feature] = kibanaFeatures;
      if (feature === undefined) throw new Error('there is no feature');
      expect(registerWithRule(registry, feature)).toBe(true);
      const [taken, ...others] = registry.features;
      expect(others).toEqual([]);
      const isName = typeof taken?.alerting?.[0] === 'string';
      expect(isName).toBe(facts.feature.value.rule_entries === 'names');
    });

    it('finds the privilege of every route where it looks', () => {
      for (const endpoint of endpoints) {
        const { options, security } = routeConfig(endpoint);
        const tagged = options.tags.map((tag) => tag.replace(/^access:/, ''));
        const found =
          facts.route_rule.value === 'tags' ? tagged : security.authz.requiredPrivileges;
        expect([endpoint.id, found]).toEqual([endpoint.id, [`logwave_${endpoint.privilege}`]]);
      }
    });

    it('takes the task', () => {
      // The runner is made, not described: Kibana takes it apart from the rest.
      const known = [...facts.task_keys.value, 'createTaskRunner'];
      const definition = taskDefinition(() => Promise.reject(new Error()));
      const unknown = Object.keys(definition).filter((key) => !known.includes(key));
      expect(unknown).toEqual([]);
    });

    it('decrypts the key that Kibana 8.12 has encrypted', async () => {
      const before = new EncryptingKibana('all', encryptedKeyType);
      const id = await before.create(KEY);
      const after = before.upgraded(facts.secret_binding.value);
      expect(await after.read(id)).toEqual(KEY);
      await after.alter(id, { tag: false });
      await expect(after.read(id)).rejects.toThrow();
    });

    it('shares all modules that the page imports', () => {
      expect(facts.modules_gone.value.filter((id) => sharedModules.has(id))).toEqual([]);
    });

    it('lets a user open Discover by a feature that the page asks for', () => {
      const known = facts.discover_features.value.filter((id) => DISCOVER_FEATURES.includes(id));
      expect(known).toEqual(facts.discover_features.value);
    });
  },
);
