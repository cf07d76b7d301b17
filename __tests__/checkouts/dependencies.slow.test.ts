import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { findManagers, isInstallOf, packageManagers } from '../../src/checkouts/dependencies/managers.ts'
import { runCli, runToReport } from '../support/cli.ts'
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

describe('dependencies that cannot be shared', () => {
  const plan = { checkout, sandbox: 'none' }
  const check = '[ "$(cat node_modules/lib/index.js)" = one ]'
  const tasks = {
    a: { script: `${check} && echo a > a.txt` },
    b: { script: `${check} && echo b > b.txt`, needs: ['a'] },
  }
  const outcomes = ['succeeded', 'succeeded']

  test('are installed in each checkout where nothing can be stored, such as on a full disk', async () => {
    const repository = makeRepository(files)
    const { env, count } = makeNpm()
    mkdirSync(join(repository.folder, '.git/parallel-agents'))
    writeFileSync(join(repository.folder, '.git/parallel-agents/dependencies'), '')
    writePlan(repository, tasks, plan)
    const { tasks: ended } = await runToReport(repository, [], { env })

    expect(Object.values(ended).map(({ outcome }) => outcome)).toEqual(outcomes)
    expect(count()).toBe(2)
    const log = await runCli(repository.folder, ['logs', 'a'])
    expect(log.stdout).toMatch(/dependencies could not be stored for other checkouts: .*dependencies/)
  })

  test('are installed in each checkout where stored ones cannot be cloned', async () => {
    const repository = makeRepository(files)
    const { env, count } = makeNpm()
    const cp = `#!/bin/sh
case "$*" in *.part-*) ;; *parallel-agents/dependencies/*/node_modules*) mkdir -p "$(eval echo \\\${$#})/half"; exit 1;; esac
PATH=\${PATH#*:} exec cp "$@"\n`
    const file = join(env.PATH?.split(':')[0] as string, 'cp')
    writeFileSync(file, cp)
    chmodSync(file, 0o755)
    const isWhole = '[ ! -e node_modules/half ]'
    const both = { a: tasks.a, b: { ...tasks.b, script: `${isWhole} && ${tasks.b.script}` } }
    writePlan(repository, both, plan)
    const { tasks: ended } = await runToReport(repository, [], { env })

    expect(Object.values(ended).map(({ outcome }) => outcome)).toEqual(outcomes)
    expect(count()).toBe(2)
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
