import config from './jest.config.js'

/** Workflows on a GitHub of our own on loopback: `npm run test:github`. */
export default {
  ...config,
  globalSetup: '<rootDir>/__tests__/github/bundle.mjs',
  testMatch: ['<rootDir>/__tests__/github/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 180_000,
  // Jobs wait for each other more than they compute.
  maxWorkers: 3,
}
