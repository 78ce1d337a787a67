import { sharedModules } from './shared_modules';

/** The name under which Kibana looks for the plugin's exports. */
const bundleId = (pluginId: string) => `plugin/${pluginId}/public`;

/** A member of `window`: the modules of each script that was loaded, by its file name. */
const chunkList = (pluginId: string) => `window[${JSON.stringify(`${pluginId}_chunks`)}]`;

/** CommonJS modules by number. They load each other by `require`, and chunks by `openChunk`. */
export type NumberedModules = ReadonlyMap<number, string>;

function modulesOf(modules: NumberedModules): string {
  const made = [...modules].map(
    ([number, code]) => `${number}: function (module, exports, require, openChunk) {\n${code}\n}`,
  );
  return `{\n${made.join(',\n')}\n}`;
}

/**
 * A `require` that takes modules of other packages from Kibana, runs each of our own once, when it
 * is first required, and throws on any other.
 */
function requiring(pluginId: string, imported: readonly string[]): string {
  const shared = imported.flatMap((id) => {
    const global = sharedModules.get(id);
    return global === undefined ? [] : [[id, global] as const];
  });
  return `var shared = new Map(${JSON.stringify(shared)});
var run = new Map();
function require(id) {
  if (shared.has(id)) return __kbnSharedDeps__[shared.get(id)];
  if (!run.has(id)) {
    if (!Object.hasOwn(modules, id)) throw new Error('${pluginId}: no module ' + id);
    var module = { exports: {} };
    modules[id](module, module.exports, require, openChunk);
    run.set(id, module.exports);
  }
  return run.get(id);
}`;
}

/**
 * Loads scripts from the plugin's folder, whose address Kibana provides, and runs one of their
 * modules. A script that fails is removed from the document, so that the next call loads it again.
 */
function opening(pluginId: string): string {
  return `var loading = new Map();
function load(name) {
  return new Promise(function (resolve, reject) {
    var script = document.createElement('script');
    script.src = window.__kbnPublicPath__['${pluginId}'] + name;
    script.onload = script.onerror = function () {
      script.remove();
      var loaded = (${chunkList(pluginId)} || {})[name];
      if (loaded !== undefined) return resolve(Object.assign(modules, loaded));
      reject(new Error('${pluginId}: ' + name + ' was not loaded'));
    };
    document.head.appendChild(script);
  });
}
function openChunk(id, names) {
  return Promise.all(names.map(function (name) {
    if (!loading.has(name)) {
      loading.set(name, load(name));
      loading.get(name).catch(function () { loading.delete(name); });
    }
    return loading.get(name);
  })).then(function () { return require(id); });
}`;
}

/**
 * Makes a script that Kibana can load from the modules that are needed from the beginning. It only
 * defines the plugin, and runs when Kibana asks for it.
 *
 * @param first the module that exports the plugin
 * @param imported ids of the shared modules that any module requires
 */
export function wrapEntry(
  pluginId: string,
  first: number,
  modules: NumberedModules,
  imported: readonly string[],
): string {
  return `(function () {
var modules = ${modulesOf(modules)};
${requiring(pluginId, imported)}
${opening(pluginId)}
__kbnBundles__.define('${bundleId(pluginId)}', function () { return require(${first}); }, 0);
})();
`;
}

/**
 * Makes a script of further modules. It adds them to the loaded ones.
 *
 * @param name its file name, which identifies it
 */
export function wrapChunk(pluginId: string, name: string, modules: NumberedModules): string {
  const list = chunkList(pluginId);
  return `(${list} = ${list} || {})[${JSON.stringify(name)}] = ${modulesOf(modules)};\n`;
}
