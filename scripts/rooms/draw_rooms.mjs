import { roomOf } from './read_rooms.mjs';

/** @returns for each room the rooms that it imports, by name */
export function importsOfRooms(modules, rooms) {
  const imports = new Map(rooms.map((room) => [room, new Set()]));
  for (const { source, dependencies } of modules) {
    const from = roomOf(rooms, source);
    if (from === undefined || source.endsWith('.test.ts')) continue;
    for (const { resolved } of dependencies) {
      const to = roomOf(rooms, resolved);
      if (to !== undefined && to !== from) imports.get(from).add(to);
    }
  }
  return imports;
}

function reaches(imports, from, to) {
  const seen = new Set();
  const open = [from];
  while (open.length > 0) {
    const room = open.pop();
    if (room === to) return true;
    if (seen.has(room)) continue;
    seen.add(room);
    for (const next of imports.get(room)) open.push(next);
  }
  return false;
}

/** An arrow is left out if a longer path already implies it. */
function withoutShortcuts(imports) {
  return [...imports].flatMap(([from, all]) =>
    [...all]
      .filter((to) => ![...all].some((via) => via !== to && reaches(imports, via, to)))
      .map((to) => [from, to]),
  );
}

const nameOf = (room) => room.replaceAll('/', '_');

/** Rooms of one top folder are drawn in one frame. */
function framesOf(rooms) {
  const folders = new Map();
  for (const room of rooms) {
    const [top] = room.split('/');
    folders.set(top, [...(folders.get(top) ?? []), room]);
  }
  return [...folders].flatMap(([top, inside]) => [
    `  subgraph frame_${top}["${top}/"]`,
    ...inside.map((room) => `    ${nameOf(room)}["${room.slice(top.length + 1) || 'index'}"]`),
    '  end',
  ]);
}

/** @returns a Mermaid graph of the rooms, arrows from the importer to what it imports */
export function drawRooms(imports) {
  const arrows = withoutShortcuts(imports).map(
    ([from, to]) => `  ${nameOf(from)} --> ${nameOf(to)}`,
  );
  return ['graph TD', ...framesOf([...imports.keys()].sort()), ...arrows.sort()].join('\n');
}
