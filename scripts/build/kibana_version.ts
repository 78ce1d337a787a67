import { BuildError } from './build_error';

/** The Kibana that the plugin is developed against. */
export const DEFAULT_KIBANA_VERSION = '8.12.2';

const VERSION_8 = /^8\.\d{1,2}\.\d{1,2}$/;

/** The version as given; throws BuildError where it is not one of Kibana 8, to the patch. */
export function checkKibanaVersion(version: string): string {
  if (VERSION_8.test(version)) return version;
  throw new BuildError(
    `"${version}" is no version of Kibana 8: write all three numbers, such as ${DEFAULT_KIBANA_VERSION}.`,
  );
}
