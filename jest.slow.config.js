import config from './jest.config.js'

/** What takes long because it kills, waits or attacks many times: `npm run test:slow`. */
export default {
  ...config,
  testMatch: ['<rootDir>/__tests__/**/*.slow.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/__tests__/(agents|github)/'],
  testTimeout: 180_000,
  // They wait more than they compute.
  maxWorkers: 3,
}
