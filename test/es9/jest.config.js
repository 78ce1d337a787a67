/** `npm run test:es9`: the integration tests and the documented roles on a cluster with security. */
const compile = [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  },
];

const isNamed = Boolean(process.env.ELASTICSEARCH_URL);

module.exports = {
  rootDir: '../..',
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': compile },
  // Builds that were set up beside this one are not part of it.
  modulePathIgnorePatterns: ['<rootDir>/.logwave/'],
  setupFiles: ['<rootDir>/test/setup/no_terminal.ts'],
  globalSetup: '<rootDir>/test/es9/global_setup.ts',
  globalTeardown: '<rootDir>/test/es9/global_teardown.ts',
  testMatch: [
    '<rootDir>/test/es9/**/*.spec.ts',
    // Without a cluster they would have none to share; the specs above say that they are skipped.
    ...(isNamed ? ['<rootDir>/test/integration/**/*.test.ts'] : []),
  ],
  // These are about the embedded Elasticsearch, and start their own.
  testPathIgnorePatterns: [
    'es_lifecycle',
    'demo_command',
    'cli_commands',
    'earlier_data_folder',
    'foreign_templates',
    'disk_full',
  ],
  // A busy machine is slow, not wrong.
  testTimeout: 120_000,
};
