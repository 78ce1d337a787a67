/**
 * `npm run dependencies`, which npm runs in a clone after it has installed packages: builds the page
 * ahead. A script named `prepare` would do so as well, but npm warns of it where the package is installed.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Whether the build tools of the page are installed. They are not with production packages alone.
 */
function canBuild() {
  try {
    require.resolve('tsx/cjs');
    require.resolve('esbuild');
    return true;
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return false;
    throw error;
  }
}

if (canBuild()) {
  require('tsx/cjs');
  const { preparePage } = require('../standalone/host');
  // A page that cannot be built is reported when it is needed, and does not stop the installation.
  await preparePage(() => undefined).catch((error) => console.error(`Warning: ${error.message}`));
}
