import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { findManagers, isInstallOf, packageManagers } from '../../src/checkouts/dependencies/managers.ts'
import { DependencyStore } from '../../src/checkouts/dependencies/store.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

/** Stands for npm: fills node_modules from the lock file, and counts how often. */
const npm = `#!/bin/sh
case "$1" in
  ci) echo x >> "$COUNT"; mkdir -p node_modules/lib node_modules/.cache; cp package-lock.json node_modules/lib/index.js; echo c > node_modules/.cache/c
    echo "$NODE_ENV" > node_modules/lib/mode; [ ! -e own.sh ] || sh own.sh;;
  run) shift; echo "$*" >> own-scripts.txt;;
esac
`

function makeNpm(): { readonly env: Record<string, string>; readonly count: () => number } {
  const folder = makeFolder('npm')
  writeFileSync(join(folder, 'npm'), npm)
  chmodSync(join(folder, 'npm'), 0o755)
  const count = join(folder, 'count')
  return {
    env: { PATH: `${folder}:${process.env.PATH}`, COUNT: count },
    count: () => (existsSync(count) ? readFileSync(count, 'utf8').split('\n').length - 1 : 0),
  }
}

const files = {
  '.gitignore': 'node_modules/\nown-scripts.txt\n',
  'package.json': '{}',
  'package-lock.json': 'one\n',
}
const withScript = { ...files, 'package.json': '{ "scripts": { "prepare": "make" } }' }
const checkout = { dependencies: 'auto' }

describe('dependencies', () => {
  test('are installed once for a lock file, and again where a task changes it', async () => {
    const repository = makeRepository(files)
    const { env, count } = makeNpm()
    const check = (text: string) => `[ "$(cat node_modules/lib/index.js)" = ${text} ]`
    writePlan(
      repository,
      {
        a: { script: `${check('one')} && cp node_modules/lib/index.js a.txt` },
        b: { script: `${check('one')} && echo b > b.txt` },
        c: { script: 'echo two > package-lock.json', files: ['package-lock.json'], needs: ['a', 'b'] },
        d: { script: `${check('two')} && echo d > d.txt`, needs: ['c'] },
      },
      { checkout, setup: 'npm ci', integration: { setup: 'npm ci', test: check('two') } },
    )
    const { tasks, integration } = await runToReport(repository, [], { env })

    expect(Object.values(tasks).map(({ outcome }) => outcome)).toEqual(Array(4).fill('succeeded'))
    expect(integration.tests).toBe('passed')
    expect(count()).toBe(2)
  })

  test('are followed by the install scripts of the project, and by a setup that does more', async () => {
    const repository = makeRepository(withScript)
    const { env, count } = makeNpm()
    const script = 'cat own-scripts.txt set-up.txt > b.txt'
    const plan = { checkout, setup: 'echo more > set-up.txt' }
    writePlan(repository, { a: { script: 'echo a > a.txt' }, b: { script, needs: ['a'] } }, plan)
    const { tasks } = await runToReport(repository, [], { env })

    expect(repository.show(tasks.b?.branch as string, 'b.txt')).toBe('prepare\nmore')
    expect(count()).toBe(1)
  })
})

describe('dependencies that code of the repository installs', () => {
  const check = (text: string) => `[ "$(cat node_modules/lib/index.js)" = ${text} ]`

  test('are only for the same tree where an agent has changed it, and for all tasks of the base', async () => {
    const repository = makeRepository(withScript)
    const { env, count } = makeNpm()
    const change = 'echo two > package-lock.json; echo "echo evil > node_modules/lib/index.js" > own.sh'
    writePlan(
      repository,
      {
        a: { script: change, files: ['package-lock.json', 'own.sh'] },
        b: { script: `${check('evil')} && echo b > b.txt`, needs: ['a'], files: ['b.txt'] },
        c: { script: `${check('evil')} && echo c > c.txt`, needs: ['a'], files: ['c.txt'] },
      },
      { checkout },
    )
    const first = await runToReport(repository, [], { env })
    expect(Object.values(first.tasks).map(({ outcome }) => outcome)).toEqual(Array(3).fill('succeeded'))
    expect(count()).toBe(2)

    repository.write({ 'package-lock.json': 'two\n' })
    repository.commit('The same lock file, by the user')
    writePlan(repository, { d: { script: `${check('two')} && echo d > d.txt` } }, { checkout })
    const { tasks } = await runToReport(repository, [], { env })

    expect(tasks.d?.outcome).toBe('succeeded')
  })

  test('are not read or stored through a link to another folder', async () => {
    const outside = makeFolder('outside')
    mkdirSync(join(outside, 'node_modules'))
    writeFileSync(join(outside, 'node_modules/private'), 'private')
    const repository = makeRepository({ ...withScript, 'packages/a/package.json': '{}' })
    const { env } = makeNpm()
    repository.write({ 'own.sh': `rm -r packages/a; ln -s ${outside} packages/a` })
    repository.commit('A link')
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, { checkout, sandbox: 'none' })
    await runToReport(repository, [], { env })
    const store = join(repository.folder, '.git/parallel-agents/dependencies')

    expect(readdirSync(store, { recursive: true }).join()).not.toContain('private')
    expect(readdirSync(join(outside, 'node_modules'))).toEqual(['private'])
  })

  test('are followed by the scripts of packages of a workspace', async () => {
    const repository = makeRepository({
      ...files,
      'package.json': '{ "workspaces": ["packages/*"], "scripts": { "postinstall": "make" } }',
      'packages/a/package.json': '{ "scripts": { "prepare": "make" } }',
    })
    const { env } = makeNpm()
    const script = 'cat own-scripts.txt > b.txt'
    writePlan(repository, { a: { script: 'echo a > a.txt' }, b: { script, needs: ['a'] } }, { checkout })
    const { tasks } = await runToReport(repository, [], { env })

    const commands = 'postinstall\nprepare --workspaces --if-present'
    expect(repository.show(tasks.b?.branch as string, 'b.txt')).toBe(commands)
  })

  test('differ with the variables that decide what is installed', async () => {
    const repository = makeRepository(files)
    const { env } = makeNpm()
    const isMode = (mode: string) =>
      `[ "$(cat node_modules/lib/mode)" = "${mode}" ] && echo x > $NODE_ENV.txt`
    const task = (mode: string) => ({ script: isMode(mode), env: { NODE_ENV: mode }, files: [`${mode}.txt`] })
    writePlan(repository, { a: task('production'), b: task('test') }, { checkout })
    const { tasks } = await runToReport(repository, [], { env })

    expect(Object.values(tasks).map(({ outcome }) => outcome)).toEqual(['succeeded', 'succeeded'])
  })
})

describe('stored dependencies', () => {
  /** As npm unpacks files. */
  const unpacked = new Date('1985-10-26T08:15:00Z')

  function makeInstalled(): string {
    const folder = makeFolder('installed')
    mkdirSync(join(folder, 'node_modules/lib'), { recursive: true })
    mkdirSync(join(folder, 'node_modules/native'))
    writeFileSync(join(folder, 'node_modules/lib/index.js'), 'lib')
    writeFileSync(join(folder, 'node_modules/native/package.json'), '{"scripts":{"install":"make"}}')
    utimesSync(join(folder, 'node_modules/native/package.json'), unpacked, unpacked)
    writeFileSync(join(folder, 'node_modules/native/built.node'), 'built')
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), '{}')
    return folder
  }
  const inode = (...path: string[]) => lstatSync(join(...path)).ino

  test('share files with a checkout, but not those that tools change in their place', async () => {
    const store = new DependencyStore(makeFolder('store'), { mayLink: true })
    const [from, to] = [makeInstalled(), makeFolder('checkout')]
    await store.keep('key', from, ['node_modules'])

    expect(await store.tryPlace('key', to)).toBe(true)
    expect(readFileSync(join(to, 'node_modules/lib/index.js'), 'utf8')).toBe('lib')
    expect(readFileSync(join(to, 'node_modules/native/built.node'), 'utf8')).toBe('built')
    for (const path of ['node_modules/native/built.node', 'node_modules/.package-lock.json'])
      expect(inode(to, path)).not.toBe(inode(from, path))
    for (const path of ['node_modules/native/package.json', 'node_modules/lib/index.js'])
      expect(inode(to, path)).toBe(inode(from, path))
  })

  test('share nothing where commands are in a sandbox', async () => {
    const store = new DependencyStore(makeFolder('store'), { mayLink: false })
    const [from, to] = [makeInstalled(), makeFolder('checkout')]
    await store.keep('key', from, ['node_modules'])
    await store.tryPlace('key', to)
    writeFileSync(join(to, 'node_modules/lib/index.js'), 'changed')

    expect(readFileSync(join(from, 'node_modules/lib/index.js'), 'utf8')).toBe('lib')
    expect(await store.tryPlace('key', makeFolder('other'))).toBe(true)
  })

  test('that name places outside of a checkout are not used: they may come from a cache', async () => {
    const folder = makeFolder('store')
    const store = new DependencyStore(folder, { mayLink: true })
    await store.keep('key', makeInstalled(), ['node_modules'])
    const note = join(folder, 'key/entry.json')
    const entry = readFileSync(note, 'utf8')
    for (const path of ['../node_modules', '/node_modules', 'lib/../../node_modules', '..', '.git', 'src']) {
      writeFileSync(note, entry.replace('"node_modules"', JSON.stringify(path)))
      expect(await store.tryPlace('key', makeFolder('checkout'))).toBe(false)
    }
    writeFileSync(note, entry)
    expect(await store.tryPlace('key', makeFolder('checkout'))).toBe(true)
  })

  test('that lead through a link are not used, and replaced by the next installation', async () => {
    const folder = makeFolder('store')
    const store = new DependencyStore(folder, { mayLink: true })
    const from = makeInstalled()
    await store.keep('key', from, ['node_modules'])
    renameSync(join(folder, 'key/node_modules'), join(folder, 'outside'))
    symlinkSync(join(folder, 'outside'), join(folder, 'key/node_modules'))
    expect(await store.tryPlace('key', makeFolder('checkout'))).toBe(false)

    await store.keep('key', from, ['node_modules'])
    expect(await store.tryPlace('key', makeFolder('checkout'))).toBe(true)
  })

  test('that a tool has changed are discarded', async () => {
    const folder = makeFolder('store')
    const store = new DependencyStore(folder, { mayLink: true })
    await store.keep('key', makeInstalled(), ['node_modules'])
    writeFileSync(join(folder, 'key/node_modules/lib/index.js'), 'changed')

    expect(await store.tryPlace('key', makeFolder('checkout'))).toBe(false)
  })
})

describe('package managers', () => {
  const names = (...paths: string[]) =>
    findManagers(path => paths.includes(path)).map(({ manager }) => manager.name)

  test('are known by their lock files, one for each language', () => {
    expect(names('package-lock.json', 'pnpm-lock.yaml', 'requirements.txt', 'go.sum')).toEqual([
      'pnpm',
      'pip',
      'go',
    ])
    expect(names('yarn.lock', '.yarnrc.yml', 'uv.lock', 'requirements.txt')).toEqual(['yarn (berry)', 'uv'])
    expect(names('Cargo.lock', 'Gemfile.lock', 'composer.lock', 'pom.xml')).toEqual([
      'cargo',
      'bundler',
      'composer',
      'maven',
    ])
  })

  test('replace a setup only if it does nothing else', () => {
    const npm = packageManagers.flat().filter(({ name }) => name === 'npm')

    expect(isInstallOf(npm, ' npm  ci ')).toBe(true)
    expect(isInstallOf(npm, 'npm ci && npm run build')).toBe(false)
  })
})
