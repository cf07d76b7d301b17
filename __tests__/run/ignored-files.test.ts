import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { hasOtherUsers, makePathWithout, openToOthers, otherUsersTitle } from '../support/other-user.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

const asRoot = hasOtherUsers ? test : test.skip

describe('files that git ignores', () => {
  asRoot(`are not an agent's where they were given to its user${otherUsersTitle}`, async () => {
    const repository = makeRepository({ '.gitignore': '*.local\ncache\n' })
    openToOthers(repository.folder)
    repository.write({ 'old.local': 'old', 'changed.local': 'old', 'cache/file': 'cached' })
    const script = 'echo new > changed.local; echo a > a.txt'
    writePlan(repository, { a: { script } }, { checkout: { copy: ['*.local'], link: ['cache'] } })
    const env = { PARALLEL_AGENTS_SANDBOX: 'auto', PATH: makePathWithout('bwrap'), HOME: makeFolder('home') }
    const { tasks, sandbox } = await runToReport(repository, [], { env })

    expect(sandbox).toBe('user')
    expect(tasks.a?.notKept).toMatch(/^1 file .*: changed\.local$/)
  })

  test('are named when an agent made them, with their number and size', async () => {
    const repository = makeRepository({
      '.gitignore': 'build/\n*.local\nnode_modules/\n',
      'package.json': '{}\n',
    })
    const setup = 'mkdir -p node_modules; echo m > node_modules/m; echo old > old.local'
    const script = [
      'mkdir -p src/build build node_modules/x; echo rules > src/build/rules.ts; echo out > build/out.js',
      'echo own > own.local; echo a > a.txt',
    ].join('\n')
    writePlan(repository, { a: { script, setup } })
    const { stderr, status, tasks, run } = await runToReport(repository)

    expect(status).toBe('landed')
    expect(stderr).toMatch(
      /a: 3 files that git ignores were not kept \(14 bytes\): own\.local, src\/build\/rules\.ts/,
    )
    expect(stderr).not.toMatch(/old\.local|out\.js/)
    expect(tasks.a?.notKept).toContain('own.local, src/build/rules.ts')
    expect((await runCli(repository.folder, ['status', run])).stdout).toContain('a: 3 files that git ignores')
  })

  test('are not worth a notice when only tools made them', async () => {
    const repository = makeRepository({ '.gitignore': 'node_modules/\n__pycache__/\n' })
    const script =
      'mkdir -p node_modules/x lib/__pycache__; echo m > node_modules/x/m; echo p > lib/__pycache__/p; echo a > a.txt'
    writePlan(repository, { a: { script } })
    const { stderr, run } = await runToReport(repository)

    expect(stderr).not.toContain('that git ignores')
    expect(repository.read(`.git/parallel-agents/${run}/a.log`)).toContain(
      '2 files that git ignores were not kept',
    )
  })
})
