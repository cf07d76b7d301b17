import config from './jest.config.js'

/** What agents try against the harness and the machine, an attack a file: `npm run test:attacks`. */
export default {
  ...config,
  testMatch: ['<rootDir>/__tests__/attacks/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
  // They wait more than they compute.
  maxWorkers: 3,
}
