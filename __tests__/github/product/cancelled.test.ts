import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository } from '../services/repository.ts'
import { changeCall, createCaller, readLeft, runReused } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct({ timings: { interrupt: 7500, terminate: 2500, force: 60_000 } })

const outside = mkdtempSync(join(tmpdir(), 'pa-outside-'))
afterAll(() => rmSync(outside, { recursive: true }))

/** An agent that has something to lose, and never ends. */
function toSlow(mark: string) {
  return { script: `echo paid > slow.txt; touch ${join(outside, mark)}; sleep 300`, files: ['slow.txt'] }
}

/** Starts a run, and waits until its agent has done something. */
async function start(mark: string): Promise<{ repository: Repository; run: WorkflowRun }> {
  const repository = await createCaller(github(), {
    tasks: { slow: toSlow(mark), quick: { script: 'echo quick > quick.txt', files: ['quick.txt'] } },
  })
  const run = await github().dispatch(repository, 'reuse.yml')
  await run.untilJob('agents / slow', () => existsSync(join(outside, mark)))
  return { repository, run }
}

async function readKept(repository: Repository, run: WorkflowRun): Promise<string | undefined> {
  const { id } = await readLeft(repository, run)
  return await repository.tryRead(`refs/parallel-agents/${id}/kept/slow`, 'slow.txt')
}

describe('a cancelled lane', () => {
  test('hands over the unfinished work of its agent; the others land', async () => {
    const { repository, run } = await start('lane')
    run.job('agents / slow').cancel()
    await run.done
    const left = await readLeft(repository, run)

    expect(await left.read('integration')).toEqual({ 'quick.txt': 'quick\n' })
    expect(await readKept(repository, run)).toBe('paid\n')
  })
})

describe('a cancelled run', () => {
  test('publishes the branches that there are, and what was kept, without testing them', async () => {
    const { repository, run } = await start('run')
    await run.untilJob('agents / quick', job => job.conclusion === 'success')
    run.cancel()
    await run.done
    const left = await readLeft(repository, run)

    expect(run.conclusion).toBe('cancelled')
    expect(run.conclusions['agents / merge']).toBe('skipped')
    expect(left.branches).toEqual(['tasks/quick'])
    expect(await readKept(repository, run)).toBe('paid\n')
    const said = run.job('agents / publish').annotations.map(({ message }) => message)
    expect(said.join('\n')).toContain('the run was cancelled before')
    expect(run.job('agents / publish').outputs.status).toBe('cancelled')
  })
})

describe('tests of the result that are late', () => {
  test('are stopped by the deadline of their job, and the branches are published', async () => {
    const repository = await createCaller(github(), {
      tasks: { quick: { script: 'echo quick > quick.txt', files: ['quick.txt'] } },
      plan: { integration: { test: 'sleep 300' } },
    })
    await changeCall(repository, /plan: plan.yml/, 'plan: plan.yml\n      deadline-minutes: 0.5')
    const run = await runReused(github(), repository)
    const said = run.job('agents / publish').annotations.map(({ message }) => message)

    expect(run.conclusions['agents / merge']).toBe('failure')
    expect(said.join('\n')).toContain('reached its deadline')
    expect((await readLeft(repository, run)).branches).toEqual(['tasks/quick'])
  }, 120_000)
})
