import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { toStarterWorkflow } from '../../src/plan/starter/starter-workflow.ts'
import { type Job, readWorkflow, workflowRules } from '../support/workflow-rules.ts'

const pin = '0123456789012345678901234567890123456789'
const text = toStarterWorkflow({
  pin,
  version: 'v0.2.0',
  agent: 'claude',
  key: 'ANTHROPIC_API_KEY',
  planFile: 'plan.yml',
})

const toParts = ({ if: condition, needs, permissions, outputs }: Job) => ({
  condition,
  needs,
  permissions,
  outputs: Object.keys(outputs ?? {}).sort(),
})

test('the workflow of init --github has the jobs, conditions and permissions of the example', () => {
  const example = readWorkflow(readFileSync('examples/workflows/issues.yml', 'utf8'))
  const written = readWorkflow(text)

  expect(Object.keys(written.jobs)).toEqual(Object.keys(example.jobs))
  for (const [name, job] of Object.entries(example.jobs))
    expect([name, toParts(written.jobs[name] as Job)]).toEqual([name, toParts(job)])
})

test.each(Object.entries(workflowRules))(
  'the workflow of init --github breaks no rule: %s',
  (_, { find }) => {
    expect(find(readWorkflow(text), text)).toEqual([])
  },
)
