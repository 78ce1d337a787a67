/** `npm run test:kibana`: the plugin in a real Kibana. Its steps build on each other. */
const compile = (tsx) => [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript', tsx }, target: 'es2022' },
    module: { type: 'commonjs' },
  },
];

module.exports = {
  rootDir: '../..',
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': compile(false), '^.+\\.tsx$': compile(true) },
  globalSetup: '<rootDir>/test/kibana/global_setup.ts',
  testMatch: ['<rootDir>/test/kibana/**/*.spec.ts'],
  // Builds that were set up beside this one are not part of it.
  modulePathIgnorePatterns: ['<rootDir>/.logwave/'],
  // A busy machine is slow, not wrong: building, installing and starting Kibana is one step.
  testTimeout: 900_000,
};
