import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from '@jest/globals'
import { makeFolder, type TestRepository } from '../support/repository.ts'
import { commitFiles, type Fixture, handOver, makeFixture, refs, run, takeIn } from './fixture.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const tasks = ['a', 'b', 'c', 'd', 'e', 'f']
let script: string

/** The sources as plain JavaScript, with a script that does an intake in a process of its own. */
beforeAll(() => {
  const folder = makeFolder('compiled')
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', join(folder, 'lib')], {
    cwd: root,
  })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  script = join(folder, 'intake.mjs')
  writeFileSync(
    script,
    `import { readHandovers } from './lib/jobs/handover/read-handovers.js'
     import { handoverLimits as limits } from './lib/jobs/handover/limits.js'
     import { closeRepository, openRepository } from './lib/git/repository/open-repository.js'
     const [repository, folder, run, start, ...tasks] = process.argv.slice(2)
     const opened = await openRepository(repository, process.env)
     const handovers = tasks.map(task => ({ task, attempt: 1, folder }))
     await readHandovers(opened, { run, start, handovers, limits })
     closeRepository(opened)`,
  )
})

async function makeHandovers(): Promise<Fixture> {
  const fixture = await makeFixture(Object.fromEntries(tasks.map(id => [id, { files: [`${id}/**`] }])))
  for (const id of tasks) {
    const commit = commitFiles(fixture.source, [fixture.base], { [`${id}/x`]: id })
    await handOver(fixture, id, { commit, kept: commitFiles(fixture.source, [commit], { kept: id }) })
  }
  return fixture
}

function startIntake({ trusted, folder, base }: Fixture, temporary: string): ChildProcess {
  return spawn(process.execPath, [script, trusted.folder, folder, run, base, ...tasks], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Kills an intake as soon as something is true of it, or a little later. */
async function killWhen(
  fixture: Fixture,
  isTime: (temporary: string) => boolean,
  later: number,
): Promise<void> {
  const temporary = makeFolder('temporary')
  const child = startIntake(fixture, temporary)
  const closed = once(child, 'close')
  while (child.exitCode === null && !isTime(temporary)) await sleep(1)
  await sleep(later)
  child.kill('SIGKILL')
  await closed
  await sleep(200) // a git that it had started may be ending a transaction
}

function refsOf(repository: TestRepository, id: string): string[] {
  const names = [refs.branch(id), refs.kept(id), refs.result(id), refs.log(id)]
  return repository
    .git('for-each-ref', '--format=%(objectname) %(refname)', ...names)
    .split('\n')
    .filter(line => line !== '')
}

test('an intake that is killed at any moment leaves each task whole or not at all, and the next one continues', async () => {
  const fixture = await makeHandovers()
  const { trusted } = fixture
  const countRefs = () => tasks.map(id => refsOf(trusted, id).length)
  const requireWhole = () => {
    expect(countRefs().filter(count => count !== 0 && count !== 4)).toEqual([])
    trusted.git('fsck', '--full', '--strict')
  }

  for (const later of [0, 5, 20]) {
    await killWhen(fixture, temporary => readdirSync(temporary).length > 0, later)
    requireWhole()
  }
  for (const [index, id] of ['a', 'c', 'e'].entries()) {
    const result = join(trusted.folder, '.git', refs.result(id))
    await killWhen(fixture, () => existsSync(result), index * 15)
    requireWhole()
    expect(refsOf(trusted, id)).toHaveLength(4)
  }
  expect((await takeIn(fixture, tasks)).answers.map(({ kind }) => kind)).toEqual(tasks.map(() => 'taken'))
  for (const id of tasks) expect(refsOf(trusted, id)).toEqual(refsOf(fixture.source, id))
}, 360_000)
