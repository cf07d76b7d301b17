import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readInCheckout, toCheckout } from '../support/checkouts.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'

const asAgent = 'git -c user.name=A -c user.email=a@x'
const commitAll = `git add -A && ${asAgent} commit -qm`
const populate = 'git -c protocol.file.allow=always submodule --quiet update --init'

/** A repository with a submodule, and the library that this is. */
function makeWithSubmodule(): { repository: TestRepository; library: TestRepository } {
  const library = makeRepository({ 'lib.c': 'v1\n', '.gitignore': '*.o\n' })
  const repository = makeRepository()
  repository.git(
    '-c',
    'protocol.file.allow=always',
    'submodule',
    '--quiet',
    'add',
    library.folder,
    'vendor/lib',
  )
  repository.commit('submodule')
  return { repository, library }
}

describe('a submodule that setup has populated', () => {
  test('does not hinder a task that leaves it alone, and its build products are not work', async () => {
    const { repository } = makeWithSubmodule()
    writePlan(repository, { a: { script: 'echo o > vendor/lib/lib.o; echo a > a.txt' } }, { setup: populate })
    const { tasks, run } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', reason: null, landing: 'landed' })
    expect(existsSync(toCheckout(repository, run, 'a'))).toBe(false)
  })

  test('keeps its worktree when something in it was changed, and reports it to the agent', async () => {
    const { repository } = makeWithSubmodule()
    const script =
      'if [ "$PARALLEL_AGENTS_ATTEMPT" = 1 ]; then echo work >> vendor/lib/lib.c; echo out > out.txt; else cp "$PARALLEL_AGENTS_PROMPT_FILE" told.txt; fi; echo a > a.txt'
    writePlan(repository, { a: { script, files: ['a.txt', 'told.txt'] } }, { setup: populate })
    const { tasks, run } = await runToReport(repository)

    expect(tasks.a?.reason).toContain('vendor/lib/lib.c was changed inside a submodule')
    const read = (path: string) => readInCheckout(repository, { run, task: 'a' }, path)
    expect(read('vendor/lib/lib.c')).toBe('v1\nwork\n')
    expect(read('told.txt')).toContain('outside of your scope: out.txt')
    expect(existsSync(join(toCheckout(repository, run, 'a'), 'out.txt'))).toBe(false)
  })

  test('keeps its worktree for a commit that only it has', async () => {
    const { repository } = makeWithSubmodule()
    const script = `cd vendor/lib && echo work >> lib.c && ${commitAll} work && cd ../.. && echo a > a.txt`
    writePlan(repository, { a: { script, retries: 0 } }, { setup: populate })
    const { tasks, run } = await runToReport(repository)

    expect(tasks.a?.reason).toContain('vendor/lib is a submodule with new commits')
    expect(readInCheckout(repository, { run, task: 'a' }, 'vendor/lib/lib.c')).toContain('work')
  })

  test('keeps its worktree for a new file in it, and what else the task did lands', async () => {
    const { repository } = makeWithSubmodule()
    writePlan(repository, { a: { script: 'echo n > vendor/lib/new.c; echo a > a.txt' } }, { setup: populate })
    const { tasks, run } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', landing: 'landed' })
    expect(tasks.a?.reason).toContain('vendor/lib/new.c was added inside a submodule')
    expect(readInCheckout(repository, { run, task: 'a' }, 'vendor/lib/new.c')).toBe('n\n')
  })

  test('runs none of its filters in the harness', async () => {
    const { repository } = makeWithSubmodule()
    const trap = join(makeFolder('trap'), 'sprung')
    const script = [
      'cd vendor/lib; echo "* filter=evil" > .gitattributes',
      `git config filter.evil.clean "touch ${trap}; cat"; git config core.fsmonitor "touch ${trap}"`,
      'touch lib.c; cd ../..; echo a > a.txt',
    ].join('\n')
    writePlan(repository, { a: { script, retries: 1 } }, { setup: populate })
    await runToReport(repository)

    expect(existsSync(trap)).toBe(false)
  })
})

describe('worktrees that an agent makes inside of its own', () => {
  for (const ignored of ['', '.claude/\n']) {
    test(`are left out, and all that is in them is kept (${ignored === '' ? 'seen' : 'ignored'} by git)`, async () => {
      const repository = makeRepository(ignored === '' ? {} : { '.gitignore': ignored })
      const script = [
        'git worktree add -q .claude/worktrees/one -b one',
        `(cd .claude/worktrees/one && echo part > part.txt && ${commitAll} part && echo loose > loose.txt)`,
        `${asAgent} merge -q --no-edit one; echo a > a.txt; ${commitAll} all`,
      ].join('\n')
      writePlan(repository, { a: { script, retries: 0 } })
      const { tasks, status, run } = await runToReport(repository)

      expect(status).toBe('landed')
      const branch = tasks.a?.branch as string
      expect(repository.git('ls-tree', '-r', branch)).not.toContain('160000')
      expect(repository.show(branch, 'part.txt')).toBe('part')
      const kept = repository.git('log', '--format=', '--name-only', `main..${tasks.a?.kept}`)
      expect(kept).toContain('loose.txt')
      expect(existsSync(toCheckout(repository, run, 'a'))).toBe(false)
    })
  }
})

describe('a repository that an agent makes inside of its worktree', () => {
  test('is still there when it is reported to the agent', async () => {
    const repository = makeRepository()
    const script =
      'if [ "$PARALLEL_AGENTS_ATTEMPT" = 1 ]; then git init -q sub; else cp "$PARALLEL_AGENTS_PROMPT_FILE" told.txt; ls -d sub && rm -rf sub; fi'
    writePlan(repository, { a: { script } })
    const { tasks } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2 })
    const told = repository.show(tasks.a?.branch as string, 'told.txt')
    expect(told).toContain('sub is a nested git repository. It is still there')
  })

  test('is found in a folder with tracked files, of which the others are taken', async () => {
    const repository = makeRepository({ 'src/a.ts': '1\n' })
    const script = `cd src; git init -q .; echo 2 > a.ts; ${commitAll} own`
    writePlan(repository, { a: { script, retries: 0 } })
    const { tasks, run } = await runToReport(repository)

    expect(tasks.a?.reason).toContain('src is a nested git repository')
    expect(repository.show(tasks.a?.kept as string, 'src/a.ts')).toBe('2')
    expect(existsSync(join(toCheckout(repository, run, 'a'), 'src/.git'))).toBe(true)
  })

  test('runs none of its filters in the harness, even when forecasts look again and again', async () => {
    const repository = makeRepository()
    const trap = join(makeFolder('trap'), 'sprung')
    const script = [
      `git init -q sub; cd sub; echo x > file; ${commitAll} x; sleep 1.2`,
      'echo "* filter=evil" > .gitattributes',
      `git config filter.evil.clean "touch ${trap}; cat"; git config core.fsmonitor "touch ${trap}"`,
      'touch file; cd ..; echo 1 > seen.txt; sleep 1.2; echo 2 > seen.txt; sleep 0.6',
    ].join('\n')
    const tasks = { a: { script, retries: 0 }, b: { script: 'echo b > b.txt; sleep 2.8' } }
    writePlan(repository, tasks, { integration: { 'forecast-seconds': 0.2 } })
    await runToReport(repository)

    expect(existsSync(trap)).toBe(false)
  })
})
