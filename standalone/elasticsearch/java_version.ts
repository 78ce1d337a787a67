/** The oldest Java that Elasticsearch 8 runs on. */
export const OLDEST_JAVA = 17;

const VERSION_LINE = /^\S+ version "(?:1\.)?(\d+)[^"]*"/m;

/**
 * The feature version in the output of `java -version`: 17 for `openjdk version "17.0.15"`, 8 for
 * `java version "1.8.0_292"`.
 *
 * @returns undefined if no version is found
 */
export function parseJavaVersion(output: string): number | undefined {
  const version = VERSION_LINE.exec(output)?.[1];
  return version === undefined ? undefined : Number(version);
}
