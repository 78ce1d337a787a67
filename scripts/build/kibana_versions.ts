import { z } from 'zod';
import rows from '../../kibana_versions.json';
import { BuildError } from './build_error';

/** The Kibana that the plugin is developed against. */
export const DEFAULT_KIBANA_VERSION = '8.12.2';

const VERSION = /^(\d{1,2}\.\d{1,2})\.\d{1,3}$/;
const minor = z.string().regex(/^\d+\.\d+$/);
const version = z.string().regex(VERSION);

/** What is known of the versions of Kibana with one minor number. */
const rowSchema = z.strictObject({
  minor,
  /** We ran the plugin in it, read what it is like, or infer that from what is near it. */
  certainty: z.enum(['run', 'read', 'inferred']),
  /** The versions in which the plugin was run. */
  run: z.array(version),
  /** Versions that are known to be released; others may be. */
  patches: z.array(version).min(1),
  react: z.string(),
  eui: z.string(),
  charts: z.string(),
  node: z.string(),
  /** Modules that Kibana 8.12 shares with plugins, and this one does not. */
  not_shared: z.array(z.string()),
  /** Where this is from. */
  sources: z.array(z.string().min(1)).min(1),
});

export type KibanaRow = z.output<typeof rowSchema>;

/** The minor versions of Kibana that zips are built for, oldest first. */
export const kibanaRows: readonly KibanaRow[] = z.array(rowSchema).parse(rows);

/** The row of a version such as `9.5.4`; undefined where there is none. */
export function rowOf(given: string): KibanaRow | undefined {
  const [, of] = VERSION.exec(given) ?? [];
  return kibanaRows.find((row) => row.minor === of);
}

/** The version as given. @throws BuildError where its minor version has no row */
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
