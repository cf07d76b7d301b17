import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, openTestRepository } from '../support/repository.ts'
import { hasSandbox } from '../support/sandbox.ts'

// Temporary folders are hidden as a whole, so this needs another one, which only root can make.
const isPossible = hasSandbox && process.getuid?.() === 0
const outside = isPossible ? mkdtempSync('/opt/pa-worktrees-') : ''

afterAll(() => {
  if (isPossible) rmSync(outside, { recursive: true })
})

// Tries: to read .env of the user's main checkout while the run is in a linked one, and of another linked one.
// Afterwards: it was blank. Without a sandbox it can.
const run = isPossible ? test.each(['auto', 'none']) : test.skip.each(['auto', 'none'])
run(
  "an agent reads .env of the user's other checkouts only without a sandbox (%s)",
  async sandbox => {
    const main = makeRepository({ '.gitignore': '.env\n' }, mkdtempSync(join(outside, 'main-')))
    const [here, other] = ['here', 'other'].map(name => `${main.folder}-${name}`) as [string, string]
    for (const folder of [here, other]) main.git('worktree', 'add', '-q', folder)
    for (const folder of [main.folder, other]) writeFileSync(join(folder, '.env'), 'SECRET\n')
    const repository = openTestRepository(here)
    const script = `cat ${main.folder}/.env ${other}/.env > a.txt 2>&1; exit 0`
    writePlan(repository, { a: { script } })
    const { tasks } = await runToReport(repository, ['--sandbox', sandbox], {
      env: { HOME: makeFolder('home') },
    })
    execFileSync('rm', ['-rf', `${here}.parallel-agents`])

    expect(tasks.a?.landing).toBe('landed')
    expect(repository.show(tasks.a?.branch as string, 'a.txt').includes('SECRET')).toBe(sandbox === 'none')
  },
  40_000,
)
