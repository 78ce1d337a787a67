/**
 * `npm run rooms [-- --root FOLDER]`: checks the imports against the list of rooms in
 * `docs/developing.md`; with `--draw` it updates the picture of the rooms there.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cruiseRooms } from './cruise_rooms.mjs';
import { drawRooms, importsOfRooms } from './draw_rooms.mjs';
import { countFiles, readRooms, roomOf } from './read_rooms.mjs';

/** A folder with more files than this is hard to grasp at a glance. */
const MOST_FILES = 25;

const PICTURE = /(<!-- rooms -->\n\n```mermaid\n)[\s\S]*?(```)/;

const { values } = parseArgs({
  options: { root: { type: 'string', default: '.' }, draw: { type: 'boolean', default: false } },
});
const { root } = values;

function faultsOfFolders(rooms) {
  const faults = rooms
    .filter((room) => !['index.ts', 'index.tsx'].some((name) => existsSync(join(root, room, name))))
    .map((room) => `${room} has no index.ts that names what is public`);
  for (const [folder, files] of countFiles(root)) {
    if (roomOf(rooms, `${folder}/`) === undefined) faults.push(`${folder} belongs to no room`);
    if (files > MOST_FILES) faults.push(`${folder} holds ${files} files, more than ${MOST_FILES}`);
  }
  return faults;
}

function faultOfImport({ rule, from, to, cycle }) {
  const way = cycle === undefined ? to : cycle.map(({ name }) => name).join(' → ');
  return `${rule.name}: ${from} → ${way}`;
}

/** Whether the picture in the document matches the imports; draws it on request. */
function faultsOfPicture(drawn) {
  const path = join(root, 'docs/developing.md');
  const text = readFileSync(path, 'utf8');
  if (!PICTURE.test(text)) return [];
  const current = text.replace(PICTURE, (_all, before, after) => `${before}${drawn}\n${after}`);
  if (current === text) return [];
  if (!values.draw) return ['docs/developing.md shows an old picture: npm run rooms -- --draw'];
  writeFileSync(path, current);
  return [];
}

const rooms = readRooms(root);
const { modules, violations } = await cruiseRooms(root, rooms);
const faults = [
  ...(rooms.length === 0 ? ['docs/developing.md lists no room'] : []),
  ...faultsOfFolders(rooms),
  ...violations.map(faultOfImport),
  ...faultsOfPicture(drawRooms(importsOfRooms(modules, rooms))),
];
for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log(`${rooms.length} rooms, ${modules.length} modules: no fault`);
process.exitCode = faults.length > 0 ? 1 : 0;
