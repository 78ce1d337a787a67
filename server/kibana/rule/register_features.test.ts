import { FINDING_RULE } from '../../../common/rule';
import type { FeaturesSetup, KibanaFeature } from '../contracts';
import { kibanaFeatures } from '../features';
import { registerWithRule } from './register_features';

const [feature] = kibanaFeatures;

/** A registry that takes what a test takes. */
function registry(takes: (feature: KibanaFeature) => boolean) {
  const taken: KibanaFeature[] = [];
  const features: FeaturesSetup = {
    registerKibanaFeature(given) {
      if (!takes(given)) throw new Error('not in this form');
      taken.push(given);
    },
  };
  return { taken, features };
}

function register(features: FeaturesSetup): boolean {
  if (feature === undefined) throw new Error('there is no feature');
  return registerWithRule(features, feature);
}

describe('registerWithRule', () => {
  it('lets users who may analyze create rules, and readers see them', () => {
    const { taken, features } = registry(() => true);
    expect(register(features)).toBe(true);
    const { all, read } = taken[0]?.privileges ?? {};
    expect(all?.alerting).toEqual({
      rule: { all: [FINDING_RULE] },
      alert: { all: [FINDING_RULE] },
    });
    expect(read?.alerting).toEqual({
      rule: { read: [FINDING_RULE] },
      alert: { read: [FINDING_RULE] },
    });
    expect(all?.management).toEqual({ insightsAndAlerting: ['triggersActions'] });
  });

  it('names the owners of rules where a name alone is not taken', () => {
    const { taken, features } = registry(
      ({ alerting }) => alerting?.every((entry) => typeof entry !== 'string') ?? true,
    );
    expect(register(features)).toBe(true);
    expect(taken.map(({ alerting }) => alerting)).toEqual([
      [{ ruleTypeId: FINDING_RULE, consumers: ['logwave', 'alerts'] }],
    ]);
  });

  it('goes without the rule where neither form is taken', () => {
    const { taken, features } = registry(({ alerting }) => alerting === undefined);
    expect(register(features)).toBe(false);
    expect(taken).toEqual([feature]);
  });

  it("throws Kibana's error about a feature that it does not accept at all", () => {
    expect(() => register(registry(() => false).features)).toThrow('not in this form');
  });
});
