import config from './jest.config.js'

/**
 * What depends on the version of node, for those that are not the usual one: bundles that are started as users start them,
 * processes, streams and files, terminals, protocols of agents, sandboxes, compression, WebAssembly. The rest computes, and does the
 * same in each of them. Workflows without GitHub start the action on the version of its runners anyway.
 */
const files = {
  agent: ['*'],
  checkouts: ['ports'],
  git: ['merge-server', 'object-reader', 'pipe-git', 'remote'],
  merge: ['parsers'],
  run: ['acp', 'limits', 'live', 'network', 'resume', 'sandbox', 'tools'],
  secrets: ['scan-text'],
  surroundings: ['*'],
  transport: ['*'],
}

export default {
  ...config,
  testMatch: Object.entries(files).flatMap(([folder, names]) =>
    names.map(name => `<rootDir>/__tests__/${folder}/**/${name}.test.ts`),
  ),
}
