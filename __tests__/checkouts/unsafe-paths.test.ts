import { expect, test } from '@jest/globals'
import { listUnsafe } from '../../src/checkouts/dependencies/unsafe-paths.ts'
import { makeFolder, openTestRepository } from '../support/repository.ts'

const builds = JSON.stringify({ scripts: { install: 'node-gyp rebuild' } })
const prints = JSON.stringify({
  scripts: { postinstall: 'node -e "try{require(\'./postinstall\')}catch(e){}"' },
})

test('checkouts share packages, but not those that build something on installation, nor caches', () => {
  const folder = makeFolder('modules')
  openTestRepository(folder).write({
    '.bin/tool': '',
    '.cache/x': '',
    '.package-lock.json': '{}',
    'plain/package.json': '{}',
    'native/binding.gyp': '',
    'builds/package.json': builds,
    '@scope/builds/package.json': builds,
    'plain/node_modules/builds/package.json': builds,
    'core-js/package.json': prints,
    'plain/node_modules/core-js/package.json': prints,
    '@scope/core-js/package.json': prints,
  })

  expect(listUnsafe(folder).sort()).toEqual([
    '.cache',
    '.package-lock.json',
    '@scope/builds',
    '@scope/core-js',
    'builds',
    'native',
    'plain/node_modules/builds',
  ])
})
