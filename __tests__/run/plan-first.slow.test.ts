import { expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

test('a task is planned by a session that changes nothing, and done from that plan', async () => {
  const repository = makeRepository()
  const planner = `grep -q "Plan a task" $PARALLEL_AGENTS_PROMPT_FILE && grep -q "Write a" $PARALLEL_AGENTS_PROMPT_FILE || exit 1
    echo meddled > b.txt; echo "FIRST write a.txt" > $PARALLEL_AGENTS_ANSWER_FILE`
  const doIt = (task: string) => `cp "$PARALLEL_AGENTS_PROMPT_FILE" ${task}.txt`
  writePlan(
    repository,
    {
      a: { script: doIt('a'), prompt: 'Write a.', 'plan-first': { agent: 'planner' } },
      silent: { script: doIt('silent'), prompt: 'Write it.', 'plan-first': { agent: 'mute' } },
    },
    { agents: { planner: { command: planner }, mute: { command: 'true' } }, overlap: 'warn' },
  )
  const { tasks, stderr } = await runToReport(repository)

  expect(tasks.a).toMatchObject({ outcome: 'succeeded', filesChanged: 1, workPlan: 'FIRST write a.txt' })
  const told = repository.show(tasks.a?.commit as string, 'a.txt')
  expect(told).toContain('## The plan')
  expect(told).toContain('FIRST write a.txt')
  expect(stderr).toContain('plan of a: planner changed b.txt: the change is discarded')
  expect(tasks.silent).toMatchObject({ outcome: 'succeeded', workPlan: null })
  expect(stderr).toContain('silent starts without a plan: mute wrote none')
})
