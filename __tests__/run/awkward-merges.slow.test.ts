import { expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

const numbers = (from: number) => Array.from({ length: 30 }, (_, index) => `${from + index}\n`).join('')

interface Case {
  readonly files: Readonly<Record<string, string>>
  /** What two agents do, one after another merged. */
  readonly first: string
  readonly second: string
  readonly integration?: Readonly<Record<string, unknown>>
}

const cases: Readonly<Record<string, Case>> = {
  'a folder that was moved to several places': {
    files: { 'd/1': 'file 1\n', 'd/2': 'file 2\n', 'd/3': 'file 3\n', 'd/4': 'file 4\n' },
    first: 'mkdir x y; git mv d/1 d/2 x; git mv d/3 d/4 y',
    second: 'echo new > d/new',
  },
  'two files that were moved to one place': {
    files: { 'a.md': numbers(1), 'b.md': numbers(101) },
    first: "git mv a.md c.md; sed -i 's/^5$/5 first/' c.md; sed -i 's/^105$/105 first/' b.md",
    second: "git mv b.md c.md; sed -i 's/^105$/105 second/' c.md; sed -i 's/^5$/5 second/' a.md",
  },
  'a name that is not UTF-8': {
    files: { '.gitignore': 'a\n' },
    first: `n=$(printf 'caf\\351'); mkdir "$n"; printf 'a\\nb\\n' > "$n/.gitignore"`,
    second: `n=$(printf 'caf\\351'); mkdir "$n"; printf 'a\\nc\\n' > "$n/.gitignore"`,
  },
  'content that is not UTF-8': {
    files: { '.gitignore': 'a\n' },
    first: `printf 'a\\ncaf\\351\\n' > .gitignore`,
    second: `printf 'a\\ncaf\\350\\n' > .gitignore`,
  },
  'a generated file that one side has deleted': {
    files: { 'all.txt': 'a\n' },
    first: 'echo b >> all.txt',
    second: 'git rm -q all.txt',
    integration: { generated: { 'all.txt': 'echo again > all.txt' } },
  },
}

test.each(Object.entries(cases))('%s is left to people', async (_, { files, first, second, integration }) => {
  const repository = makeRepository(files)
  writePlan(repository, { first: { script: first }, second: { script: second } }, { integration })
  const { tasks } = await runToReport(repository)

  expect(tasks.first?.landing).toBe('landed')
  expect(tasks.second?.landing).toBe('conflicted')
})
