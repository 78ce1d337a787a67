const POM_VERSION = /<elasticsearch\.version>([^<]+)<\/elasticsearch\.version>/;
const NETTY_JAR = /^(netty|transport-netty4)-.*\.jar$/;
const MAVEN_ERROR = /^\[ERROR\] (?:Failed to execute goal [^:]+:[^:]+:[^ ]+ )?(.{1,300})/m;

/**
 * The Elasticsearch version in a pom.xml.
 *
 * @throws RangeError if it has none
 */
export function parsePomVersion(pom: string): string {
  const version = POM_VERSION.exec(pom)?.[1];
  if (version === undefined) throw new RangeError('the pom.xml names no elasticsearch.version');
  return version;
}

/** Whether a jar belongs to the HTTP module, which has a class loader of its own. */
export function isNettyJar(name: string): boolean {
  return NETTY_JAR.test(name);
}

/** What makes a folder of jars a module of that version of Elasticsearch. */
export function pluginDescriptor(version: string): string {
  return [
    'name=transport-netty4',
    'description=HTTP and transport',
    `version=${version}`,
    `elasticsearch.version=${version}`,
    'java.version=17',
    'classname=org.elasticsearch.transport.netty4.Netty4Plugin',
    '',
  ].join('\n');
}

/** Why Maven failed: the first error line, cut to what fits in a sentence. */
export function mavenReason(output: string): string {
  return MAVEN_ERROR.exec(output)?.[1]?.trim() ?? 'no reason given';
}
