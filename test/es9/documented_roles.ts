import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(__dirname, '../../docs/operating.md');
/** The heading over the table of roles. */
const HEADING = '### In Elasticsearch';
const ROW = /^\| ([\w ]+) \| (.*) \| (.*) \|$/;
const PRIVILEGE = /`([a-z_]+)`/g;

/** Privileges on indices, as the documentation gives them to a role. */
export interface DocumentedRole {
  /** On `logwave-*`. */
  readonly own: readonly string[];
  /** On the patterns of the sources. */
  readonly logs: readonly string[];
}

const privilegesIn = (cell: string): string[] =>
  [...cell.matchAll(PRIVILEGE)].flatMap(([, name = '']) => name);

/** The roles of docs/operating.md by name: what is written there is what is tested. */
export function documentedRoles(): ReadonlyMap<string, DocumentedRole> {
  const [, section = ''] = readFileSync(FILE, 'utf8').split(HEADING);
  const table = section.slice(0, section.indexOf('```'));
  return new Map(
    table.split('\n').flatMap((line): [string, DocumentedRole][] => {
      const [, name = '', own = '', logs = ''] = ROW.exec(line) ?? [];
      return name === '' || name === 'role'
        ? []
        : [[name, { own: privilegesIn(own), logs: privilegesIn(logs) }]];
    }),
  );
}
