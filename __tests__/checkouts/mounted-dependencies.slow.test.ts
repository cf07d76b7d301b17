import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { forgetOldSets, holdSet } from '../../src/checkouts/dependencies/used-sets.ts'
import { runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'
import { hasOverlays } from '../support/sandbox.ts'
import { until } from '../support/until.ts'

/** Stands for npm: fills node_modules from the lock file, and counts how often. */
const npm = `#!/bin/sh
echo x >> count.txt
for folder in . $WORKSPACES; do
  mkdir -p $folder/node_modules/lib && cp package-lock.json $folder/node_modules/lib/index.js
done
`
const files = {
  '.gitignore': 'node_modules/\ncount.txt\n',
  'package.json': '{}',
  'package-lock.json': 'one\n',
}
const checkout = { dependencies: 'auto' }
const isMounted = 'grep -q " $PWD/node_modules overlay" /proc/mounts'
const withMounts = hasOverlays ? describe : describe.skip

function makeEnvironment(others: Record<string, string> = {}): Record<string, string> {
  const folder = makeFolder('npm')
  writeFileSync(join(folder, 'npm'), npm)
  chmodSync(join(folder, 'npm'), 0o755)
  return { PATH: `${folder}:${process.env.PATH}`, ...others }
}

async function run(
  repository: ReturnType<typeof makeRepository>,
  env: Record<string, string>,
  args: readonly string[] = [],
) {
  const { tasks, stderr } = await runToReport(repository, ['--sandbox', 'auto', ...args], { env })
  const outcomes = Object.fromEntries(Object.entries(tasks).map(([id, { outcome }]) => [id, outcome]))
  return { tasks, outcomes, stderr }
}

/** Whether the agent of task a has started. */
function hasBegun(store: string): boolean {
  if (!existsSync(store)) return false
  const state = dirname(store)
  const logs = readdirSync(state, { recursive: true, encoding: 'utf8' }).filter(path =>
    path.endsWith('/a.log'),
  )
  return logs.some(log => readFileSync(join(state, log), 'utf8').includes('attempt 1'))
}

withMounts('dependencies in a sandbox', () => {
  test('are the same files for all checkouts, and changes stay in one checkout', async () => {
    const repository = makeRepository(files)
    const change =
      'echo changed >> node_modules/lib/index.js; echo own > node_modules/lib/own; rm -rf node_modules/lib/x'
    const isOld = '[ "$(cat node_modules/lib/index.js)" = one ] && [ ! -e node_modules/lib/own ]'
    writePlan(
      repository,
      {
        a: {
          script: `${isMounted} && ${isOld} && { ${change}; } && echo a > a.txt`,
          test: 'cat node_modules/lib/own',
        },
        b: { script: `${isMounted} && ${isOld} && rm -r node_modules/lib && echo b > b.txt`, needs: ['a'] },
        c: { script: `${isMounted} && ${isOld} && [ ! -e count.txt ] && echo c > c.txt`, needs: ['b'] },
      },
      { checkout, integration: { test: `${isMounted} && ${isOld} && [ -e node_modules/lib ]` } },
    )
    const { outcomes } = await run(repository, makeEnvironment())

    expect(outcomes).toEqual({ a: 'succeeded', b: 'succeeded', c: 'succeeded' })
  })

  test('are mounted although files in them are hard links to each other, as those of esbuild', async () => {
    const repository = makeRepository(files)
    const env = makeEnvironment()
    const folder = env.PATH?.split(':')[0] as string
    writeFileSync(join(folder, 'npm'), `${npm}ln node_modules/lib/index.js node_modules/lib/same.js\n`)
    writePlan(repository, { a: { script: `${isMounted} && echo a > a.txt` } }, { checkout })
    const { outcomes } = await run(repository, env)

    expect(outcomes).toEqual({ a: 'succeeded' })
  })

  test('keep what an earlier attempt and a setup changed', async () => {
    const repository = makeRepository(files)
    const script =
      'cat node_modules/from-setup; echo x >> node_modules/tries; wc -l < node_modules/tries > a.txt'
    writePlan(
      repository,
      { a: { script, test: 'grep -q 2 a.txt', retries: 1 } },
      { checkout, setup: 'echo setup > node_modules/from-setup' },
    )
    const { outcomes, tasks } = await run(repository, makeEnvironment())

    expect(outcomes).toEqual({ a: 'succeeded' })
    expect(tasks.a?.attempts).toBe(2)
  })

  test('are those of the lock file that a task changes', async () => {
    const repository = makeRepository(files)
    const has = (text: string) => `[ "$(cat node_modules/lib/index.js)" = ${text} ]`
    writePlan(
      repository,
      {
        a: { script: 'echo two > package-lock.json', files: ['package-lock.json'] },
        b: { script: `${has('two')} && echo b > b.txt`, needs: ['a'] },
        c: { script: `${has('one')} && echo c > c.txt` },
      },
      { checkout, integration: { test: has('two') } },
    )
    const { outcomes } = await run(repository, makeEnvironment())

    expect(outcomes).toEqual({ a: 'succeeded', b: 'succeeded', c: 'succeeded' })
  })

  test('of a workspace are mounted in each of its packages, never through a link', async () => {
    const outside = makeFolder('outside')
    const repository = makeRepository({
      ...files,
      'packages/a/package.json': '{}',
      'packages/b/package.json': '{}',
    })
    const has = 'cat packages/a/node_modules/lib/index.js packages/b/node_modules/lib/index.js'
    const trap = `mv packages/a packages/c; ln -s ${outside} packages/a`
    writePlan(
      repository,
      {
        a: { script: `${has} && ${trap} && echo x > a.txt`, test: 'ls packages/b/node_modules/lib' },
        b: { script: `${has} > b.txt` },
      },
      { checkout },
    )
    const { outcomes } = await run(repository, makeEnvironment({ WORKSPACES: 'packages/a packages/b' }))

    expect(outcomes).toEqual({ a: 'failed', b: 'succeeded' })
    expect(readdirSync(outside)).toEqual([])
  })

  test('are copied where services use them beside the agent', async () => {
    const repository = makeRepository(files)
    const services = { web: { command: 'sleep 60' } }
    const script = `! ${isMounted} && cat node_modules/lib/index.js > a.txt`
    writePlan(repository, { a: { script } }, { checkout, services })
    const { outcomes } = await run(repository, makeEnvironment())

    expect(outcomes).toEqual({ a: 'succeeded' })
  })

  test('in a folder with any name show nothing else of the machine', async () => {
    const hidden = makeFolder('hidden')
    writeFileSync(join(hidden, 'key'), 'secret')
    const evil = `p,lowerdir=${hidden},x-y=`
    const repository = makeRepository(files)
    const add = (folder: string) => `mkdir -p '${folder}' && echo '{}' > '${folder}/package.json'`
    writePlan(
      repository,
      {
        a: { script: `${add('p')} && ${add(evil)} && echo two > package-lock.json` },
        b: { script: `ls -A '${evil}/node_modules' > b.txt`, needs: ['a'] },
      },
      { checkout },
    )
    const { outcomes, tasks } = await run(repository, makeEnvironment({ WORKSPACES: `p ${evil}` }))

    expect(outcomes).toEqual({ a: 'succeeded', b: 'succeeded' })
    expect(repository.git('show', `${tasks.b?.branch}:b.txt`)).toBe('lib')
  })

  test('stay out of commits where git does not ignore them', async () => {
    const repository = makeRepository({ ...files, '.gitignore': 'count.txt\n' })
    const script =
      'echo a > a.txt; git add --all; git commit --quiet -m mine; git show --name-only --format= > b.txt'
    writePlan(repository, { a: { script } }, { checkout })
    const { tasks } = await run(repository, makeEnvironment())

    expect(repository.git('show', `${tasks.a?.branch}:b.txt`)).toBe('a.txt')
  })

  test('keep files in them that an agent commits', async () => {
    const repository = makeRepository(files)
    const script =
      'echo p > node_modules/lib/patch.js; git add -f node_modules/lib/patch.js; git commit --quiet -m mine; echo a > a.txt'
    writePlan(repository, { a: { script, test: 'cat node_modules/lib/patch.js' } }, { checkout })
    const { tasks } = await run(repository, makeEnvironment())

    expect(repository.git('show', `${tasks.a?.branch}:node_modules/lib/patch.js`)).toBe('p')
  })

  test('count for the limit of the disk, also where checkouts are on another one', async () => {
    const repository = makeRepository(files)
    const script = 'head -c 300000000 /dev/zero > node_modules/big; sync; sleep 20; echo a > a.txt'
    writePlan(repository, { a: { script, retries: 0 } }, { checkout, limits: { 'disk-gigabytes': 0.1 } })
    const folder = mkdtempSync('/dev/shm/parallel-agents-')
    const { tasks } = await run(repository, makeEnvironment(), ['--worktrees', folder])
    rmSync(folder, { recursive: true })

    expect(tasks.a?.reason).toContain('disk')
  })

  test('are installed again for the next attempt after a person deleted them', async () => {
    const repository = makeRepository(files)
    const store = join(repository.folder, '.git/parallel-agents/dependencies')
    const agents = { deleter: { command: 'echo a > a.txt; echo x >> tries; sleep 2' } }
    writePlan(
      repository,
      { a: { agent: 'deleter', prompt: 'a', test: 'cat node_modules/lib/index.js', retries: 1 } },
      { checkout, agents },
    )
    const deleting = until(() => existsSync(store) && hasBegun(store)).then(() =>
      rmSync(store, { recursive: true }),
    )
    const { outcomes, tasks } = await run(repository, makeEnvironment())
    await deleting

    expect(outcomes).toEqual({ a: 'succeeded' })
    expect(tasks.a?.attempts).toBe(2)
  })

  test('are not changed by a run without a sandbox at the same time', async () => {
    const repository = makeRepository(files)
    const env = makeEnvironment()
    const script =
      'cat node_modules/lib/index.js > a.txt; until [ -e go ]; do sleep 0.1; done; cat node_modules/lib/* >> a.txt'
    repository.write({ '.gitignore': `${files['.gitignore']}go\n` })
    repository.git('commit', '--quiet', '--all', '-m', 'ignore')
    writePlan(
      repository,
      { a: { script: script.replaceAll(' go ', ` ${repository.folder}/go `) } },
      { checkout },
    )
    const first = run(repository, env)
    const store = join(repository.folder, '.git/parallel-agents/dependencies')
    await until(() => hasBegun(store))
    writePlan(
      repository,
      { b: { script: 'echo x >> node_modules/lib/index.js; echo b > b.txt' } },
      { checkout },
    )
    for (const _ of [1, 2]) await runCli(repository.folder, ['run', '--sandbox', 'none'], { env })
    repository.write({ go: '' })
    const { tasks } = await first

    expect(repository.git('show', `${tasks.a?.branch}:a.txt`)).toBe('one\none')
  })
})

test('sets in use outlast newer ones', async () => {
  const folder = makeFolder('store')
  const names = Array.from({ length: 12 }, (_, index) => `set-${index}`)
  for (const name of names) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'entry.json'), '{}')
    await new Promise(resolve => setTimeout(resolve, 5))
  }
  await holdSet(join(folder, 'set-0'))
  await forgetOldSets(folder)

  expect(names.filter(name => existsSync(join(folder, name)))).toEqual(['set-0', ...names.slice(4)])
  expect(readFileSync(join(folder, 'set-0/entry.json'), 'utf8')).toBe('{}')
})
