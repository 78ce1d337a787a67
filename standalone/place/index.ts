import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The build of the package sets it. In a checkout the name does not exist. */
declare const LOGWAVE_PACKED: true | undefined;

/** Where this program is installed and stores its files. */
export interface Place {
  /** What a user types to run it. */
  readonly command: string;
  /** How the demo is started with these arguments. */
  readonly demo: (args: string) => string;
  /** The sources, for builds from them; null in the npm package. */
  readonly sources: string | null;
  /** The page as it was built for the package; null in a checkout, which builds its own. */
  readonly page: string | null;
  /** Files that the embedded Elasticsearch is made of. */
  readonly elasticsearch: string;
  /** The default folder for data and downloads. */
  readonly state: string;
}

function inCheckout(root: string): Place {
  return {
    command: 'bin/logwave',
    demo: (args) => `npm run demo -- ${args}`,
    sources: root,
    page: null,
    elasticsearch: join(root, 'standalone/elasticsearch'),
    state: join(root, '.logwave'),
  };
}

/** A package is replaced by its next version, so nothing may be stored in its folder. */
function inPackage(folder: string): Place {
  return {
    command: 'npx logwave',
    demo: (args) => `npx logwave demo ${args}`,
    sources: null,
    page: join(folder, 'page'),
    elasticsearch: join(folder, 'elasticsearch'),
    state: join(homedir(), '.logwave'),
  };
}

export const place: Place =
  typeof LOGWAVE_PACKED === 'undefined'
    ? inCheckout(resolve(__dirname, '../..'))
    : inPackage(__dirname);
