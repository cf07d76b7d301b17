import { expect, test } from '@jest/globals'
import { toAreas } from '../../src/plan/areas/areas.ts'
import { findCoChanges } from '../../src/plan/coupling/co-changes.ts'
import { toCouplingNotices, tryCoupledAdvice } from '../../src/plan/coupling/coupling-notices.ts'
import { readImports } from '../../src/plan/coupling/imports.ts'
import { makeTask } from '../support/tasks.ts'

const paths = ['src/routes/users.ts', 'src/services/users.ts', 'src/services/index.ts', 'docs/a.md']
const survey = {
  paths,
  imports: [{ from: 'src/routes/users.ts', to: 'src/services/users.ts' }],
  coChanges: [],
}
const route = makeTask('route', { files: ['src/routes/**'] })
const service = makeTask('service', { files: ['src/services/**'] })

test.each([
  ['src/a.ts', "import { b } from './b.ts'", 'src/b.ts'],
  ['src/a.ts', "} from './b'", 'src/b.ts'],
  ['src/a.ts', "export * from '../lib'", 'lib/index.js'],
  ['src/a.ts', "const b = require('./c.js')", 'src/c.ts'],
  ['app/x.py', 'from .models import User', 'app/models.py'],
  ['app/x.py', 'from app import models', 'app/models.py'],
  ['app/x.py', 'import app.models', 'app/models.py'],
  ['main/java/org/x/Api.java', 'import org.x.Store;', 'main/java/org/x/Store.java'],
  ['c/main.c', '#include "util.h"', 'c/util.h'],
  ['lib/a.rb', "require_relative 'b'", 'lib/b.rb'],
  ['crates/x/src/lib.rs', 'mod store;', 'crates/x/src/store.rs'],
  ['crates/x/src/lib.rs', 'use crate::store::Row;', 'crates/x/src/store.rs'],
])('%s: %s is an import of %s', (from, text, to) => {
  const others = ['src/b.ts', 'lib/index.js', 'src/c.ts', 'app/models.py', 'main/java/org/x/Store.java']
  const known = [from, ...others, 'c/util.h', 'lib/b.rb', 'crates/x/src/store.rs']
  expect(readImports([{ path: from, text }], known)).toEqual([{ from, to }])
})

test('packages and names that several files have do not count as imports', () => {
  const lines = [
    { path: 'a.ts', text: "import fs from 'node:fs'" },
    { path: 'a.py', text: 'import models' },
  ]
  expect(readImports(lines, ['a.ts', 'a.py', 'x/models.py', 'y/models.py'])).toEqual([])
})

test('files change together when at least three commits changed both, and half of those of the rarer one', () => {
  const together = ['a', 'b']
  expect(findCoChanges([together, together, together, ['a'], ['a', 'c']])).toEqual([
    { files: ['a', 'b'], commits: 3 },
  ])
  expect(findCoChanges([together, together])).toEqual([])
})

test('a route and the service that it imports in two tasks without an edge are named, with an edge they are not', () => {
  expect(toCouplingNotices([route, service], survey)).toEqual([
    'src/routes/users.ts (task route) imports src/services/users.ts (task service), and neither task needs the other: write `needs: [service]` in route if it builds on what service changes, or put both into one task',
  ])
  expect(toCouplingNotices([{ ...route, needs: ['service'] }, service], survey)).toEqual([])
})

test('a single agent is advised for a few coupled files only', () => {
  expect(tryCoupledAdvice([route, service], survey)).toContain('all tasks change only 3 files')
  const docs = makeTask('docs', { files: ['docs/**'] })
  expect(tryCoupledAdvice([route, docs], survey)).toBeUndefined()
  const many = Array.from({ length: 12 }, (_, index) => `src/routes/more-${index}.ts`)
  expect(tryCoupledAdvice([route, service], { ...survey, paths: [...paths, ...many] })).toBeUndefined()
})

test('a repository is divided by folder, and small areas are merged with those that share imports', () => {
  const files = (folder: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${folder}/file-${index}.ts`)
  const all = [
    ...files('src/api', 20),
    ...files('src/web', 15),
    ...files('src/tiny', 1),
    ...files('tools', 9),
  ]
  const imports = [{ from: 'src/tiny/file-0.ts', to: 'src/web/file-3.ts' }]
  expect(toAreas(all, imports, 3).map(({ folders }) => folders)).toEqual([
    ['src/api'],
    ['src/tiny', 'src/web'],
    ['tools'],
  ])
  expect(toAreas(all, imports, 1).map(area => area.files.length)).toEqual([45])
  expect(toAreas(['README.md'], [], 4)).toEqual([])
})
