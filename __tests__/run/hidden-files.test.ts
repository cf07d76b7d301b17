import { expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

const files = {
  'src/a.txt': 'a\n',
  'src/old.txt': 'old\n',
  'docs/b.txt': 'b\n',
  'ö/ü.txt': 'c\n',
  'top.txt': 'd\n',
}

test.each([
  ['git sparse-checkout set --cone src', ''],
  ['git sparse-checkout set --no-cone /src/', ''],
  ['git sparse-checkout set --cone --sparse-index src', ''],
  ['git sparse-checkout set --cone src', 'git add --all; git commit -qm own'],
  ['git sparse-checkout set --cone src; git sparse-checkout disable', 'rm docs/b.txt'],
])('files that "%s" hides are not deleted; then "%s"', async (hide, then) => {
  const repository = makeRepository(files)
  const script = `${hide}; echo changed > src/a.txt; rm src/old.txt; mkdir -p docs; echo new > docs/new.txt; ${then}`
  writePlan(repository, { a: { script } })
  const { tasks } = await runToReport(repository)
  const changes = repository.git('diff', '--name-status', 'main', tasks.a?.branch as string)

  expect(tasks.a).toMatchObject({ outcome: 'succeeded', reason: null })
  const own = ['A\tdocs/new.txt', 'M\tsrc/a.txt', 'D\tsrc/old.txt']
  expect(changes.trim().split('\n')).toEqual(then === 'rm docs/b.txt' ? ['D\tdocs/b.txt', ...own] : own)
})
