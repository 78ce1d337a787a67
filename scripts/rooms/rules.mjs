/** The rules for imports between rooms, in the form of dependency-cruiser. */

const TEST = String.raw`\.test\.tsx?$`;
const TESTS = ['^test/', TEST];

/** Imports point down: a folder, and what none of its files may import. */
const ABOVE = [
  [
    'common',
    ['server', 'public', 'standalone', 'scripts', 'test', 'node_modules/(?!fft\\.js|zod)'],
  ],
  ['server', ['public', 'standalone', 'scripts', 'test']],
  ['server/app', ['server/(?!app/)']],
  ['server/elastic', ['server/(?!app/|elastic/)']],
  ['server/delivery', ['server/(?!delivery/)']],
  ['server/wiring', ['server/(?!app/|elastic/|delivery/|answers/|wiring/)']],
  ['server/answers', ['server/(?!app/|answers/)']],
  ['server/routes', ['server/kibana']],
  ['public', ['server', 'standalone', 'scripts', 'test']],
  ['public/app', ['public/(?!app/|i18n/)']],
  ['standalone', ['server/kibana', 'public/kibana', 'test']],
  ['standalone/(ingest|sample|elasticsearch)', ['standalone/(cli|host)/']],
];

const noCycle = {
  name: 'no-cycle',
  comment: 'Two files that need each other are one idea, or need a third below them.',
  severity: 'error',
  from: {},
  to: { circular: true },
};

const noBench = {
  name: 'no-bench',
  comment: 'A test asserts nothing that the bench may change: what both need is in test/generator.',
  severity: 'error',
  from: { path: TEST, pathNot: '^test/bench/' },
  to: { path: '^test/bench/' },
};

function downwards([folder, above]) {
  return {
    name: `down:${folder}`,
    comment: `${folder} is below what it imports.`,
    severity: 'error',
    from: { path: `^${folder}/`, pathNot: TEST },
    to: { path: above.map((path) => `^${path}`) },
  };
}

/** Files of a room itself, not those of the rooms within it. */
function ownFiles(room, rooms) {
  const within = rooms.filter((other) => other.startsWith(`${room}/`));
  const ahead = within.map((other) => `${other.slice(room.length + 1)}/`).join('|');
  return ahead === '' ? `^${room}/` : `^${room}/(?!${ahead})`;
}

function throughIndex(room, rooms) {
  const own = ownFiles(room, rooms);
  return {
    name: `index:${room}`,
    comment: `Only what ${room}/index.ts names is for other rooms.`,
    severity: 'error',
    from: { pathNot: [own, ...TESTS] },
    to: { path: own, pathNot: [`^${room}/index\\.tsx?$`, '\\.d\\.ts$', '\\.(json|css)$'] },
  };
}

/** @returns the rule set of the project's rooms */
export function rulesOf(rooms) {
  return {
    forbidden: [
      noCycle,
      noBench,
      ...ABOVE.map(downwards),
      ...rooms.map((room) => throughIndex(room, rooms)),
    ],
  };
}
