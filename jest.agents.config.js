import config from './jest.config.js'

/** Real agent CLIs against a scripted model on loopback: `npm run test:agents`. */
export default {
  ...config,
  testMatch: ['<rootDir>/__tests__/agents/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
}
