import { bundle, type Bundle, type Decision } from './bundle';
import { originOf } from './shared_modules';
import { noJsonSchema } from './no_json_schema';
import { shakeZod } from './shake_zod';
import { wrapBrowserBundle } from './wrap_browser_bundle';

function decide(id: string): Decision {
  const origin = originOf(id);
  if (origin.from === 'nowhere') return { do: 'refuse', reason: origin.reason };
  return { do: origin.from === 'kibana' ? 'require' : 'bundle' };
}

/**
 * Bundles the page for Kibana's browser: one script that takes shared modules from Kibana.
 *
 * @param entry exports `plugin`
 * @throws BuildError where a module is imported that Kibana does not share and that must not be
 *   bundled
 */
export async function bundleBrowser(
  root: string,
  entry: string,
  pluginId: string,
): Promise<Bundle> {
  const made = await bundle(
    root,
    entry,
    {
      platform: 'browser',
      // What Kibana 8.12 itself asks of browsers.
      target: ['es2020'],
      minify: true,
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [shakeZod, noJsonSchema],
    },
    decide,
  );
  return { ...made, code: wrapBrowserBundle(pluginId, made.code, made.required) };
}
