import { browser } from '../../../package.json';

/**
 * An alias for esbuild, which follows `browser` of `package.json` as webpack does: the packages
 * named there are taken as they are installed. Their copies are for Kibana's own tools. The paths
 * are those from the project's folder.
 */
export const asInstalled: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(browser).map((id) => [id, `./node_modules/${id}`]),
);
