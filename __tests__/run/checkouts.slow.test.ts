import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { toCheckout, toCheckouts } from '../support/checkouts.ts'
import { runCli, runToReport, startCli, untilClosed } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

const where = { a: { script: 'pwd -P > where.txt' } }

describe('checkouts', () => {
  test('are beside the repository, in folders that are not hidden and whose names no other run has', async () => {
    const repository = makeRepository()
    writePlan(repository, where, { integration: { test: `pwd -P > ${repository.folder}/tested.txt` } })
    const { run, tasks, status } = await runToReport(repository)

    expect(status).toBe('landed')
    const suffix = run.slice(-4)
    const checkout = repository.show(tasks.a?.branch as string, 'where.txt')
    expect(checkout).toBe(join(toCheckouts(repository), run, `a-${suffix}`))
    expect(basename(repository.read('tested.txt').trim())).toBe(`integration_${suffix}`)
    expect(existsSync(toCheckouts(repository))).toBe(false)
  })

  test('are in the folder that the flag, the environment or the plan names, in this order', async () => {
    const repository = makeRepository()
    const [flag, variable, plan] = ['flag', 'variable', 'plan'].map(name => makeFolder(name))
    writePlan(repository, where, { worktrees: plan })
    const toPlace = async (args: string[], env = {}) => {
      const { run, tasks } = await runToReport(repository, args, { env })
      return repository.show(tasks.a?.branch as string, 'where.txt').slice(0, -`/${run}/a-xxxx`.length)
    }
    const env = { PARALLEL_AGENTS_WORKTREES: variable as string }

    expect(await toPlace(['--worktrees', flag as string], env)).toBe(flag)
    expect(await toPlace([], env)).toBe(variable)
    expect(await toPlace([])).toBe(plan)
    expect(await toPlace(['--worktrees=~/there'], { HOME: flag })).toBe(`${flag}/there`)
    expect(readdirSync(plan as string)).toEqual([])
  }, 60_000)

  test('are kept out of "git status" in a folder of the repository, reached through a link', async () => {
    const repository = makeRepository()
    mkdirSync(join(repository.folder, 'real [1]'))
    symlinkSync('real [1]', join(repository.folder, 'link'))
    const status = `git -C ${repository.folder} status --porcelain > status.txt; git status --porcelain`
    writePlan(repository, { a: { script: status } }, { worktrees: 'link' })
    repository.write({ '.gitignore': 'link\n' })
    repository.commit('plan')
    const { tasks } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', filesChanged: 1 })
    expect(repository.show(tasks.a?.branch as string, 'status.txt')).toBe('')
  })

  test.each([
    ['a file', 'README.md', 'a file is in the way'],
    ['a variable', '$HOME/checkouts', 'variables are not expanded: write ~/… or the whole path'],
    ['the repository', '.', 'it is the repository itself'],
    ['a place where no folder can be made', '/proc/there', 'ENOENT'],
    ['the git directory', '.git/checkouts', 'it is inside the git directory'],
  ])('are refused in %s, before anything is begun', async (_, worktrees, why) => {
    const repository = makeRepository()
    writePlan(repository, where, { worktrees })
    const { code, stderr } = await runCli(repository.folder, ['run'])

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(`checkouts cannot be in ${worktrees}: ${why}`),
    })
    expect(repository.git('for-each-ref', 'refs/parallel-agents')).toBe('')
  })

  test('are inside the repository when nothing can be beside it, and that is said', async () => {
    const folder = join(makeFolder('outer'), 'repository')
    mkdirSync(folder)
    const repository = makeRepository({}, folder)
    writeFileSync(`${folder}.parallel-agents`, 'in the way')
    writePlan(repository, where)
    const { tasks, stderr } = await runToReport(repository)

    expect(repository.show(tasks.a?.branch as string, 'where.txt')).toContain('/parallel-agents.checkouts/')
    expect(stderr).toMatch(
      /checkouts are inside the repository, in .*, because .*repository\.parallel-agents is a file/,
    )
    expect(repository.git('status', '--porcelain')).toBe('?? plan.yml')
  })

  test('do not mind that a file or a link is where earlier versions had them', async () => {
    const repository = makeRepository({ '.worktrees': 'a file\n' })
    writePlan(repository, where)
    const { status } = await runToReport(repository)

    expect(status).toBe('landed')
    expect(lstatSync(join(repository.folder, '.worktrees')).isFile()).toBe(true)
  })

  test('of a run that was begun by an earlier version are found, and cleaned', async () => {
    const repository = makeRepository()
    const go = join(makeFolder('go'), 'go')
    const started = join(makeFolder('started'), 'started')
    writePlan(repository, {
      a: { script: `echo work > work.txt; : > ${started}; until [ -e ${go} ]; do sleep 0.1; done` },
    })
    const child = startCli(repository.folder, ['run'])
    await until(() => existsSync(started))
    child.kill('SIGKILL')
    await untilClosed(child)
    const [run = ''] = readdirSync(toCheckouts(repository))
    moveToEarlierPlace(repository, run)
    writeFileSync(go, '')
    const { status } = await runToReport(repository)

    expect(status).toBe('landed')
    expect(repository.show(`refs/parallel-agents/${run}/kept/a`, 'work.txt')).toBe('work')
    expect(existsSync(join(repository.folder, '.worktrees'))).toBe(false)
  }, 15_000)
})

/** Makes a run look as if an earlier version had begun it. */
function moveToEarlierPlace(repository: TestRepository, run: string): void {
  const earlier = join(repository.folder, '.worktrees', run)
  mkdirSync(earlier, { recursive: true })
  renameSync(toCheckout(repository, run, 'a'), join(earlier, 'a'))
  rmSync(toCheckouts(repository), { recursive: true })
  writeFileSync(join(repository.folder, '.git', 'parallel-agents', run, 'place'), earlier)
}
