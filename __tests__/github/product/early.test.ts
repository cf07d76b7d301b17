import { beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository, RepositorySettings } from '../services/repository.ts'
import { createCaller, runReused } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()

const tasks = { quick: { script: 'echo quick > quick.txt', files: ['quick.txt'] } }

function create(plan: object, settings: Partial<RepositorySettings> = {}): Promise<Repository> {
  return createCaller(github(), { tasks, plan: { integration: plan }, settings })
}

/** What the plan job says, when no agent was started. */
async function readRefusal(repository: Repository): Promise<string> {
  const run = await runReused(github(), repository)
  expect(run.conclusions).toMatchObject({ 'agents / plan': 'failure', 'agents / agents': 'skipped' })
  return toMessages(run)
}

function toMessages(run: WorkflowRun): string {
  const { annotations } = run.job('agents / plan')
  return annotations.map(({ message }) => message).join('\n')
}

describe('before any agent is started, the plan job refuses', () => {
  test('pull requests that the repository does not let workflows open, and names the setting', async () => {
    const repository = await create({}, { actionsMayOpenPullRequests: false })

    expect(await readRefusal(repository)).toMatch(
      /no pull request can be opened here[\s\S]*Settings → Actions → General/,
    )
  })

  test('branches that must be signed, and names the ruleset', async () => {
    const repository = await create({ land: 'none' })
    repository.rules.push({ prefix: 'agents/', type: 'required_signatures' })

    expect(await readRefusal(repository)).toMatch(/signed commits[\s\S]*`agents\/\*\*`[\s\S]*\/rules\/7/)
  })

  test('a push to a target that must be signed, with the line to write', async () => {
    const repository = await create({ land: 'push' })
    repository.rules.push({ prefix: 'main', type: 'required_signatures' })

    expect(await readRefusal(repository)).toContain('land: pull-request')
  })
})

describe('before any agent is started, the job of a lane refuses', () => {
  const wish = { agent: 'codex', prompt: 'Write a poem.', files: ['poem.txt'] }
  let run: WorkflowRun

  beforeAll(async () => {
    const repository = await createCaller(github(), { tasks: { ...tasks, wish } })
    github().faults.add(/CreateArtifact/, 403, 100)
    run = await runReused(github(), repository)
  })

  test('an agent whose program is not on the runner, and says how to install it', () => {
    const [said] = run.job('agents / wish').annotations
    expect(said?.message).toMatch(/codex[\s\S]*npm install --global @openai\/codex/)
  })

  test('storage of artifacts that is full, and says what to do', () => {
    const { annotations, log } = run.job('agents / quick')
    expect(annotations[0]?.message).toMatch(
      /Delete artifacts of earlier runs[\s\S]*permissions: \{ contents: write \}/,
    )
    expect(log).not.toContain('attempt 1')
  })
})
