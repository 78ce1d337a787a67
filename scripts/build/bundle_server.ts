import { builtinModules } from 'node:module';
import { bundle, type Bundle, type Decision } from './bundle';
import { shakeZod } from './shake_zod';
import { packageOf } from './shared_modules';

const NODE_MODULES = new Set(builtinModules);

/** Kibana provides these at run time. A copy of ours would be another object of the same name. */
const HANDED_OVER = new Set([
  '@elastic/elasticsearch',
  '@elastic/transport',
  '@hapi/hapi',
  'react',
]);

function decide(id: string): Decision {
  if (id.startsWith('@kbn/') || id.startsWith('node:') || NODE_MODULES.has(id)) {
    return { do: 'require' };
  }
  const name = packageOf(id);
  if (!HANDED_OVER.has(name)) return { do: 'bundle' };
  return {
    do: 'refuse',
    reason: `"${name}" is Kibana's own inside Kibana: import only types of it.`,
  };
}

/**
 * Bundles the server side into one module that requires nothing but Node's modules and Kibana's.
 *
 * It is not minified, so that stack traces in Kibana's log are readable.
 *
 * @param entry exports `plugin` and `config`
 * @throws BuildError if a package is imported that Kibana provides itself
 */
export function bundleServer(root: string, entry: string): Promise<Bundle> {
  return bundle(root, entry, { platform: 'node', target: ['node18'], plugins: [shakeZod] }, decide);
}
