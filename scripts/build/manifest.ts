import { parse, type ParseError } from 'jsonc-parser';
import { z } from 'zod';
import { explainIssues } from '../../common/settings';
import { BuildError } from './build_error';

const pluginId = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'must be in camelCase, without a dot');
const pluginIds = z.array(pluginId);

/**
 * The keys that Kibana knows in `kibana.json`. It refuses to start with a plugin that has another.
 * Its rules are checked here where a typing mistake could break them.
 */
const manifestSchema = z
  .strictObject({
    id: pluginId,
    version: z.string().min(1),
    kibanaVersion: z.string().min(1),
    type: z.enum(['standard', 'preboot']).optional(),
    configPath: z.union([z.string(), z.array(z.string())]).optional(),
    requiredPlugins: pluginIds.optional(),
    optionalPlugins: pluginIds.optional(),
    requiredBundles: pluginIds.optional(),
    runtimePluginDependencies: pluginIds.optional(),
    ui: z.boolean().optional(),
    server: z.boolean().optional(),
    extraPublicDirs: z.array(z.string()).optional(),
    serviceFolders: z.array(z.string()).optional(),
    owner: z.strictObject({ name: z.string().min(1), githubTeam: z.string().optional() }),
    description: z.string().optional(),
    enabledOnAnonymousPages: z.boolean().optional(),
  })
  .refine(({ ui, server }) => ui === true || server === true, 'one of ui and server must be true');

/** The parts of a plugin that Kibana reads first. */
export type Manifest = z.output<typeof manifestSchema>;

/** Versions that the manifest has to agree with. */
export interface Versions {
  /** Of Kibana, including the patch: `8.12.2`. Kibana and its installer refuse any other. */
  readonly kibana: string;
  /** Of the plugin, as in `package.json`. */
  readonly plugin: string;
}

function parseWithComments(text: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first === undefined) return value;
  throw new BuildError(`kibana.jsonc is not JSON with comments at character ${first.offset}.`);
}

/**
 * Makes the manifest that Kibana reads from the one in the project.
 *
 * @param text `kibana.jsonc`, in its flat form
 * @throws BuildError naming every key that Kibana would refuse
 */
export function makeManifest(text: string, versions: Versions): Manifest {
  const parsed = manifestSchema.safeParse(parseWithComments(text), { reportInput: true });
  if (!parsed.success) {
    throw new BuildError(`kibana.jsonc: ${explainIssues(parsed.error.issues, []).join('; ')}`);
  }
  const { version } = parsed.data;
  if (version !== versions.plugin) {
    throw new BuildError(
      `kibana.jsonc has version ${version}, package.json ${versions.plugin}: write the same in both.`,
    );
  }
  return { ...parsed.data, kibanaVersion: versions.kibana };
}
