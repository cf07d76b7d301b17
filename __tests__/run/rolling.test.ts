import { expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

test('with `rolling`, a combination that breaks the tests is named while another task still runs', async () => {
  const repository = makeRepository()
  const named = `${repository.folder}/named`
  writePlan(
    repository,
    {
      left: { script: 'touch left' },
      right: { script: 'touch right' },
      // It ends when the tests were red on the two others, or after a while.
      slow: { script: `touch slow; for n in $(seq 600); do test -f ${named} && exit; sleep 0.1; done` },
    },
    {
      'max-parallel': 4,
      integration: {
        rolling: true,
        test: `if [ -f left ] && [ -f right ]; then test -f slow || touch ${named}; echo "Error: both"; exit 1; fi`,
      },
    },
  )
  const { tasks, stderr } = await runToReport(repository)

  expect(stderr).toContain('left, right are done, but together the integration test')
  expect(tasks.left?.landing).toBe('landed')
  expect(tasks.right?.landing).toBe('evicted')
  expect(tasks.slow?.landing).toBe('landed')
})
