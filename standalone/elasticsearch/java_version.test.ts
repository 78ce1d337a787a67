import { parseJavaVersion } from './java_version';

describe('parseJavaVersion', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment', 17],
    ['java version "1.8.0_292"', 8],
    ['openjdk version "25" 2025-09-16', 25],
    ['openjdk version "26-ea" 2026-03-17', 26],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21.0.2" 2024-01-16', 21],
  ])('reads the feature version of %j', (output, version) => {
    expect(parseJavaVersion(output)).toBe(version);
  });

  it('finds none if there is none', () => {
    expect(parseJavaVersion('The operation couldn’t be completed.')).toBeUndefined();
  });
});
