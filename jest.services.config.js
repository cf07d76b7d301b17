import config from './jest.config.js'

/** What needs servers of databases, which it starts itself: `npm run test:services`. */
export default {
  ...config,
  testMatch: ['<rootDir>/__tests__/**/*.services.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 60_000,
}
