import JSZip from 'jszip';
import { BuildError } from './build_error';
import { checkKibanaVersion } from './kibana_versions';
import { zipFiles } from './zip_files';

const MANIFEST = 'kibana/logwave/kibana.json';
const NOT_OURS = 'This is not a zip of Logwave for Kibana';

/** @throws BuildError if it is not a JSON object */
function parseManifest(text: string): object {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    manifest = undefined;
  }
  if (typeof manifest === 'object' && manifest !== null) return manifest;
  throw new BuildError(`${NOT_OURS}: ${MANIFEST} in it is not JSON.`);
}

async function openZip(zip: Uint8Array): Promise<JSZip> {
  try {
    return await JSZip.loadAsync(zip);
  } catch {
    throw new BuildError(`${NOT_OURS}: it cannot be read as a zip.`);
  }
}

/**
 * The same plugin for another version of Kibana, which only accepts a plugin that names its own
 * version. Nothing else is changed, so it equals the zip that the build makes for that version.
 *
 * @param zip as the build wrote it
 * @param kibanaVersion all three numbers
 * @throws BuildError if it is not our zip, or that version is unknown
 */
export async function stampZip(zip: Uint8Array, kibanaVersion: string): Promise<Uint8Array> {
  checkKibanaVersion(kibanaVersion);
  const opened = await openZip(zip);
  const text = await opened.file(MANIFEST)?.async('text');
  if (text === undefined) throw new BuildError(`${NOT_OURS}: it has no ${MANIFEST}.`);
  const stamped = { ...parseManifest(text), kibanaVersion };
  const files = new Map<string, string | Uint8Array>();
  for (const [path, file] of Object.entries(opened.files)) {
    if (!file.dir) files.set(path, await file.async('uint8array'));
  }
  files.set(MANIFEST, `${JSON.stringify(stamped, null, 2)}\n`);
  return zipFiles(files);
}
