/** The list of rooms as `docs/developing.md` has it: what is written there is what is checked. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A row of the table: the first cell is a folder, the third the rooms that it must not import. */
const ROW = /^\| `([a-z0-9_/]+)\/` \|/;

const CODE = /\.tsx?$/;
const TEST = /\.test\.tsx?$/;

/** Folders with product code: each of their files belongs to a room. */
export const PRODUCT = ['common', 'server', 'public', 'standalone', 'scripts'];

/** @returns the folders of the rooms, in the order of the table */
export function readRooms(root) {
  const text = readFileSync(join(root, 'docs/developing.md'), 'utf8');
  return text.split('\n').flatMap((line) => ROW.exec(line)?.[1] ?? []);
}

/** @returns the innermost room that holds a file, or undefined */
export function roomOf(rooms, file) {
  const holding = rooms.filter((room) => file.startsWith(`${room}/`));
  return holding.sort((a, b) => b.length - a.length)[0];
}

/** @returns how many code files, without tests, are directly in each folder of the product */
export function countFiles(root) {
  const counts = new Map();
  const visit = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    const files = entries.filter(({ name }) => CODE.test(name) && !TEST.test(name));
    if (files.length > 0) counts.set(folder, files.length);
    for (const entry of entries) if (entry.isDirectory()) visit(`${folder}/${entry.name}`);
  };
  for (const folder of PRODUCT) if (existsSync(join(root, folder))) visit(folder);
  return counts;
}
