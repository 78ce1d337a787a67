import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { PRODUCT } from './read_rooms.mjs';
import { rulesOf } from './rules.mjs';

/** Type imports count: with a cycle of types, two rooms cannot be read separately either. */
const options = (root, rooms) => ({
  baseDir: root,
  ruleSet: rulesOf(rooms),
  validate: true,
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^(build|\\.logwave)/' },
});

/** @returns every module with its imports, and the imports that break a rule */
export async function cruiseRooms(root, rooms) {
  const folders = [...PRODUCT, 'test'].filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(folders, options(root, rooms));
  return { modules: output.modules, violations: output.summary.violations };
}
