import { z } from 'zod';
import rows from '../../kibana_versions.json';
import { BuildError } from './build_error';

/** The Kibana that the plugin is developed against. */
export const DEFAULT_KIBANA_VERSION = '8.12.2';

const VERSION = /^(\d{1,2}\.\d{1,2})\.\d{1,3}$/;
const minor = z.string().regex(/^\d+\.\d+$/);
const version = z.string().regex(VERSION);

/** Facts about the versions of Kibana with one minor number. */
const rowSchema = z.strictObject({
  minor,
  /**
   * Whether the plugin was run in it, or its facts were read, or they are inferred from nearby
   * versions.
   */
  certainty: z.enum(['run', 'read', 'inferred']),
  /** The versions in which the plugin was run. */
  run: z.array(version),
  /** Versions that are known to be released. There may be others. */
  patches: z.array(version).min(1),
  react: z.string(),
  eui: z.string(),
  charts: z.string(),
  node: z.string(),
  /** Modules that Kibana 8.12 shares with plugins, and this one does not. */
  not_shared: z.array(z.string()),
  /** The origin of these facts. */
  sources: z.array(z.string().min(1)).min(1),
});

export type KibanaRow = z.output<typeof rowSchema>;

/** The minor versions of Kibana that zips are built for, oldest first. */
export const kibanaRows: readonly KibanaRow[] = z.array(rowSchema).parse(rows);

/** The row of a version such as `9.5.4`; undefined if there is none. */
export function rowOf(given: string): KibanaRow | undefined {
  const [, of] = VERSION.exec(given) ?? [];
  return kibanaRows.find((row) => row.minor === of);
}

/** The version unchanged. @throws BuildError if its minor version has no row */
export function checkKibanaVersion(given: string): string {
  if (rowOf(given) !== undefined) return given;
  const known = kibanaRows.map((row) => row.minor).join(', ');
  const reason = VERSION.test(given)
    ? `nothing is known of Kibana ${given}`
    : `"${given}" is not a version of Kibana with all three numbers, such as ${DEFAULT_KIBANA_VERSION}`;
  throw new BuildError(`${reason}. Zips are built for Kibana ${known}.`);
}

/** Every version that is known to be released, of all rows. */
export const knownVersions: readonly string[] = kibanaRows.flatMap(({ patches }) => patches);
