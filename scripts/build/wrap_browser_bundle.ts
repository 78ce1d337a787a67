import { sharedModules } from './shared_modules';

/** Under this name Kibana looks for what the plugin exports. */
const bundleId = (pluginId: string) => `plugin/${pluginId}/public`;

/** A member of `window`: each chunk that was loaded, by its file name. */
const chunkList = (pluginId: string) => `window[${JSON.stringify(`${pluginId}_chunks`)}]`;

/**
 * A `require` that takes shared modules from Kibana and throws on any other, and a `load` that runs
 * a CommonJS module once, when it is asked for.
 */
function runner(pluginId: string, code: string, imported: readonly string[]): string {
  const shared = imported.flatMap((id) => {
    const global = sharedModules.get(id);
    return global === undefined ? [] : [[id, global] as const];
  });
  return `var shared = new Map(${JSON.stringify(shared)});
function require(id) {
  if (!shared.has(id)) throw new Error('${pluginId}: no module ' + id);
  return __kbnSharedDeps__[shared.get(id)];
}
var module;
function load() {
  if (module === undefined) {
    var made = { exports: {} };
    run(made, made.exports, require);
    module = made;
  }
  return module.exports;
}
function run(module, exports, require) {
${code}
}`;
}

/**
 * Loads a chunk from the plugin's folder, whose address Kibana tells. A script that fails is taken
 * out of the document, so that the next call asks for it again.
 */
function chunkLoader(pluginId: string): string {
  return `function loadChunk(name) {
  return new Promise(function (resolve, reject) {
    var chunks = ${chunkList(pluginId)} || (${chunkList(pluginId)} = {});
    function finish() {
      if (chunks[name] === undefined) throw new Error('${pluginId}: ' + name + ' was not loaded');
      resolve(chunks[name](loadChunk));
    }
    if (chunks[name] !== undefined) return finish();
    var script = document.createElement('script');
    script.src = window.__kbnPublicPath__['${pluginId}'] + name;
    script.onload = script.onerror = function () {
      script.remove();
      try { finish(); } catch (error) { reject(error); }
    };
    document.head.appendChild(script);
  });
}`;
}

/**
 * Makes a script that Kibana can load of a CommonJS module. It only defines the plugin, and runs when
 * Kibana asks for it.
 *
 * @param code the module, bundled; it loads its chunks by `loadChunk`
 * @param imported ids of the shared modules that it requires
 */
export function wrapEntry(pluginId: string, code: string, imported: readonly string[]): string {
  return `(function () {
${chunkLoader(pluginId)}
${runner(pluginId, code, imported)}
__kbnBundles__.define('${bundleId(pluginId)}', load, 0);
})();
`;
}

/**
 * Makes a script of a chunk: it adds itself to the chunks that are there, and runs when it is asked
 * for.
 *
 * @param name its file name, by which it is asked for
 */
export function wrapChunk(
  pluginId: string,
  name: string,
  code: string,
  imported: readonly string[],
): string {
  return `(function () {
var loadChunk;
${runner(pluginId, code, imported)}
(${chunkList(pluginId)} = ${chunkList(pluginId)} || {})[${JSON.stringify(name)}] = function (loader) {
  loadChunk = loader;
  return load();
};
})();
`;
}
