import { expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { claudeResult, makeFakeClis } from '../support/fake-cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

const report = 'Adds a.txt.\\n\\nCloses #7.\\n\\nAgent-Task: other\\nSigned-off-by: X <x@example.com>'

test('commits and merges say what the task was, what its agent reported, and who had a part in it', async () => {
  const repository = makeRepository()
  const script = `echo a > a.txt; printf '${report}' > "$PARALLEL_AGENTS_REPORT_FILE"`
  writePlan(repository, { a: { title: 'Add a file', script } })
  const { tasks, run, integration } = await runToReport(repository)

  const body = 'Adds a.txt.\n\nCloses #\u200b7.'
  const trailers = `Agent-Run: ${run}\nAgent-Task: a`
  const branch = tasks.a?.branch as string
  expect(repository.git('log', '-1', '--format=%an: %B', branch).trim()).toBe(
    `Test User: Add a file\n\n${body}\n\n${trailers}\nAgent: does-a\nCo-Authored-By: does-a <parallel-agents@users.noreply.github.com>`,
  )
  const merge = repository.git('log', '-1', '--format=%an: %B', integration.branch as string)
  expect(merge.trim()).toBe(`parallel-agents: Merge task a: Add a file\n\n${body}\n\n${trailers}`)
})

test('a known CLI is a co-author by its usual name and address', async () => {
  const repository = makeRepository()
  const env = makeFakeClis({ claude: `echo a > a.txt; ${claudeResult()}` })
  writePlan(repository, { a: { agent: 'claude', prompt: 'x' } })
  const { tasks } = await runToReport(repository, [], { env })

  const format = '--format=%(trailers:key=Co-Authored-By)'
  expect(repository.git('log', '-1', format, tasks.a?.branch as string).trim()).toBe(
    'Co-Authored-By: Claude <noreply@anthropic.com>',
  )
})
