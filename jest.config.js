// An Elasticsearch lives for minutes here: code that Java compiles once and quickly costs half of
// the processor time of code that it compiles again and better.
process.env.JAVA_TOOL_OPTIONS ??= '-XX:TieredStopAtLevel=1';

/** Unit tests stand beside the code; what crosses rooms, or needs Elasticsearch, stands in test/. */
const compile = (tsx) => [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript', tsx }, target: 'es2022' },
    module: { type: 'commonjs' },
  },
];
// Commands that run in the tests' own process see its terminal, and would write for it.
const setupFiles = ['<rootDir>/test/setup/no_terminal.ts', '<rootDir>/test/setup/no_cluster.ts'];
// Builds that the bench sets up beside this one are no part of it.
const modulePathIgnorePatterns = ['<rootDir>/.logwave/'];
const transform = { '^.+\\.ts$': compile(false), '^.+\\.tsx$': compile(true) };

module.exports = {
  // A busy machine is slow, not wrong.
  testTimeout: 60_000,
  // Suites wait for Elasticsearch and Chromium much of their time: no core is kept free for jest.
  maxWorkers: '100%',
  projects: [
    {
      displayName: 'unit',
      transform,
      modulePathIgnorePatterns,
      setupFiles,
      testEnvironment: 'node',
      testMatch: ['<rootDir>/{common,server,standalone,public,scripts,test}/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/test/integration/',
        '<rootDir>/test/browser/',
      ],
    },
    {
      displayName: 'integration',
      transform,
      modulePathIgnorePatterns,
      setupFiles,
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/integration/**/*.test.ts'],
      globalSetup: '<rootDir>/test/integration/global_setup.ts',
      globalTeardown: '<rootDir>/test/integration/global_teardown.ts',
    },
    {
      displayName: 'browser',
      transform,
      modulePathIgnorePatterns,
      setupFiles,
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/test/browser/global_setup.ts',
    },
  ],
};
