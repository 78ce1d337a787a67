import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNettyJar, mavenReason, parsePomVersion, pluginDescriptor } from './install_parts';

describe('parsePomVersion', () => {
  it('reads the version of Elasticsearch', () => {
    const pom = '<properties><elasticsearch.version>8.19.3</elasticsearch.version></properties>';
    expect(parsePomVersion(pom)).toBe('8.19.3');
  });

  it('is 8.19 in our own pom.xml', () => {
    expect(parsePomVersion(readFileSync(join(__dirname, 'pom.xml'), 'utf8'))).toMatch(
      /^8\.19\.\d+$/,
    );
  });

  it('refuses a pom.xml without one', () => {
    expect(() => parsePomVersion('<project/>')).toThrow(RangeError);
  });
});

describe('isNettyJar', () => {
  it.each([
    ['netty-buffer-4.1.135.Final.jar', true],
    ['transport-netty4-8.19.21.jar', true],
    ['elasticsearch-8.19.21.jar', false],
    ['lucene-core-9.12.2.jar', false],
  ])('%s: %s', (name, expected) => {
    expect(isNettyJar(name)).toBe(expected);
  });
});

describe('pluginDescriptor', () => {
  it('names the version twice and the class of the module', () => {
    expect(pluginDescriptor('8.19.3').split('\n')).toEqual([
      'name=transport-netty4',
      'description=HTTP and transport',
      'version=8.19.3',
      'elasticsearch.version=8.19.3',
      'java.version=17',
      'classname=org.elasticsearch.transport.netty4.Netty4Plugin',
      '',
    ]);
  });
});

describe('mavenReason', () => {
  it('is the first error, without the name of the goal', () => {
    const output = [
      '[WARNING] something',
      '[ERROR] Failed to execute goal org.apache:plugin:3.8.1:copy-dependencies (default-cli) on project x: no route to host',
      '[ERROR] To see the full stack trace …',
    ].join('\n');
    expect(mavenReason(output)).toBe('(default-cli) on project x: no route to host');
  });

  it('says so where Maven gave none', () => {
    expect(mavenReason('')).toBe('no reason given');
  });
});
