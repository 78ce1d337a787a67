/** `npm run test:opensearch`: the integration tests on the OpenSearch that OPENSEARCH_URL names. */
const { leftOut } = require('./left_out');

const compile = [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  },
];

const { OPENSEARCH_URL: url = '' } = process.env;
if (url !== '') {
  // Set here, since the fixtures read both as soon as they are loaded.
  process.env.LOGWAVE_TEST_DIALECT = 'opensearch';
  process.env.LOGWAVE_TEST_ELASTICSEARCH_URL = url.replace(/\/$/, '');
}

module.exports = {
  rootDir: '../..',
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': compile },
  modulePathIgnorePatterns: ['<rootDir>/.logwave/'],
  setupFiles: ['<rootDir>/test/setup/no_terminal.ts', '<rootDir>/test/setup/no_cluster.ts'],
  globalSetup: '<rootDir>/test/opensearch/global_setup.ts',
  globalTeardown: '<rootDir>/test/opensearch/global_teardown.ts',
  testMatch: [
    '<rootDir>/test/opensearch/**/*.spec.ts',
    // Without a cluster they would have none to share; the specs above say that they are skipped.
    ...(url === '' ? [] : ['<rootDir>/test/integration/**/*.test.ts']),
  ],
  testPathIgnorePatterns: Object.keys(leftOut).map((suite) => `/integration/${suite}\\.test\\.ts$`),
  // A busy machine is slow, not wrong.
  testTimeout: 300_000,
};
