import { Option, type Command } from 'commander';
import { shellWord } from '../reports/ingest_report';

/**
 * How a command reaches a cluster of the user's own, as typed. Environment variables replace
 * missing options.
 */
export interface ClusterOptions {
  /** The address, or ELASTICSEARCH_URL if the command accepts it from there. */
  readonly es?: string;
  readonly ca?: string;
  readonly caFingerprint?: string;
  readonly user?: string;
  readonly passwordFile?: string;
  readonly apiKeyFile?: string;
}

/** The variable that replaces each option, except the address. */
export const VARIABLES = {
  ca: 'ELASTICSEARCH_CA',
  caFingerprint: 'ELASTICSEARCH_CA_FINGERPRINT',
  user: 'ELASTICSEARCH_USERNAME',
  password: 'ELASTICSEARCH_PASSWORD',
  passwordFile: 'ELASTICSEARCH_PASSWORD_FILE',
  apiKey: 'ELASTICSEARCH_API_KEY',
  apiKeyFile: 'ELASTICSEARCH_API_KEY_FILE',
} as const;

/** The flags that say how to reach the cluster that `--es` names. */
export const FLAGS = {
  ca: '--ca',
  caFingerprint: '--ca-fingerprint',
  user: '--user',
  passwordFile: '--password-file',
  apiKeyFile: '--api-key-file',
} as const;

/** The options that were typed, in the order of the help. */
export function typedFlags(options: ClusterOptions): (keyof typeof FLAGS)[] {
  return (['ca', 'caFingerprint', 'user', 'passwordFile', 'apiKeyFile'] as const).filter(
    (name) => options[name] !== undefined,
  );
}

/**
 * Adds the options that name a cluster and say how to reach it.
 *
 * @param isFromEnvironment whether ELASTICSEARCH_URL replaces a missing `--es`
 * @param purpose the text of the help for `--es`
 */
export function withClusterOptions(
  command: Command,
  isFromEnvironment: boolean,
  purpose = 'the Elasticsearch to use, instead of the embedded one',
): Command {
  const es = new Option('--es <url>', purpose);
  return command
    .addOption(isFromEnvironment ? es.env('ELASTICSEARCH_URL') : es)
    .option('--ca <file>', `the CA that signed its certificate, as PEM (env: ${VARIABLES.ca})`)
    .option(
      '--ca-fingerprint <hex>',
      `the SHA-256 of that CA instead (env: ${VARIABLES.caFingerprint})`,
    )
    .option('--user <name>', `the user who logs in (env: ${VARIABLES.user}, ${VARIABLES.password})`)
    .option('--password-file <file>', `a file with the password (env: ${VARIABLES.passwordFile})`)
    .option(
      '--api-key-file <file>',
      `a file with an API key instead (env: ${VARIABLES.apiKeyFile}, ${VARIABLES.apiKey})`,
    );
}

/** The address without user and password, so that it may be shown. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.username === '' && url.password === '') return address;
  url.username = '';
  url.password = '';
  return url.href;
}

/** Whether an address holds a user and password, which `shownAddress` leaves out. */
export function hasSecret(address: string): boolean {
  return shownAddress(address) !== address;
}

/** Options that lead another command to the same cluster, without secrets; empty for no cluster. */
export function clusterWords(options: ClusterOptions): string {
  if (options.es === undefined) return '';
  const typed = typedFlags(options).map(
    (name) => ` ${FLAGS[name]} ${shellWord(options[name] ?? '')}`,
  );
  return [` --es ${shellWord(shownAddress(options.es))}`, ...typed].join('');
}
