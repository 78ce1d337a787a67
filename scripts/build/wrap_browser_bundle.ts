import { sharedModules } from './shared_modules';

/** Under this name Kibana looks for what the plugin exports. */
const bundleId = (pluginId: string) => `plugin/${pluginId}/public`;

/**
 * Makes a script that Kibana can load of a CommonJS module: its `require` takes shared modules from
 * Kibana and throws on any other, and it runs when Kibana asks for the plugin.
 *
 * @param code the module, bundled
 * @param imported ids of the shared modules that it requires
 */
export function wrapBrowserBundle(
  pluginId: string,
  code: string,
  imported: readonly string[],
): string {
  const shared = imported.flatMap((id) => {
    const global = sharedModules.get(id);
    return global === undefined ? [] : [[id, global] as const];
  });
  return `(function () {
var shared = new Map(${JSON.stringify(shared)});
function require(id) {
  if (!shared.has(id)) throw new Error('${pluginId}: no module ' + id);
  return __kbnSharedDeps__[shared.get(id)];
}
var module;
function load() {
  if (module === undefined) {
    module = { exports: {} };
    run(module, module.exports, require);
  }
  return module.exports;
}
function run(module, exports, require) {
${code}
}
__kbnBundles__.define('${bundleId(pluginId)}', load, 0);
})();
`;
}
