import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROUTE_RULES } from './fake_kibana_router';

const FOLDER = join(__dirname, '..', 'kibana_facts');

/** A fact with where it is from: a commit, a pull request or a distribution, and when it was read. */
function fact<T extends z.ZodType>(value: T) {
  const source = z.strictObject({
    path: z.string().min(1),
    commit: z.string().min(1),
    read_on: z.iso.date(),
  });
  return z.strictObject({ value, certainty: z.enum(['run', 'read', 'inferred']), source });
}

const names = z.array(z.string());

const factsSchema = z.strictObject({
  minor: z.string().regex(/^\d+\.\d+$/),
  repository: z.literal('elastic/kibana'),
  facts: z.strictObject({
    /** Keys of `kibana.json` that are known; any other is refused. */
    manifest_keys: fact(names),
    /** Where the privilege of a route is looked for. */
    route_rule: fact(z.enum(ROUTE_RULES)),
    /** Keys of a feature and of its privileges; any other is refused. */
    feature: fact(
      z.strictObject({
        required: names,
        allowed: names,
        privilege_required: names,
        privilege_allowed: names,
        /** How rule types are named: by their ids, or with those who may own such rules. */
        rule_entries: z.enum(['names', 'owners']),
      }),
    ),
    /** Keys of a task definition; with any other, the type is missing. */
    task_keys: fact(names),
    /** What a secret is bound to: all other attributes, or those that are listed. */
    secret_binding: fact(z.enum(['all', 'listed'])),
    /** Names of the feature that lets a user see Discover. */
    discover_features: fact(names.min(1)),
    /** Modules that 8.12 shares, and this version does not. */
    modules_gone: fact(names),
  }),
});

export type KibanaFacts = z.output<typeof factsSchema>;
export type FeatureRule = KibanaFacts['facts']['feature']['value'];

/** The facts of every minor version that is known. */
export const kibanaFacts: readonly KibanaFacts[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => factsSchema.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))));
