/** `npm run test:sets`: the page with the packages of each known Kibana, in Chromium. */
module.exports = {
  ...require('../kibana/jest.config.js'),
  globalSetup: undefined,
  testMatch: ['<rootDir>/test/sets/**/*.spec.ts'],
};
