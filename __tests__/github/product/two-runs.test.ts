import { beforeAll, describe, expect, test } from '@jest/globals'
import { toPlanText } from '../../support/plan.ts'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository } from '../services/repository.ts'
import { createCaller, readLeft, runReused } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()

const slow = { note: { script: 'sleep 15; echo slow > note.txt', files: ['note.txt'] } }
const fast = { note: { script: 'echo fast > note.txt', files: ['note.txt'] } }

/** A run that works, and then a second one with a faster agent. */
async function startBoth(repository: Repository): Promise<[WorkflowRun, WorkflowRun]> {
  const first = await github().dispatch(repository, 'reuse.yml')
  await first.untilJob('agents / note', ({ status }) => status === 'in_progress')
  await repository.commit({ 'plan.yml': toPlanText(fast) })
  const second = await github().dispatch(repository, 'reuse.yml')
  return [first, await second.done]
}

describe('a second run of a plan for the same target', () => {
  let repository: Repository
  let first: WorkflowRun
  let second: WorkflowRun

  beforeAll(async () => {
    repository = await createCaller(github(), { tasks: slow })
    ;[first, second] = await startBoth(repository)
  })

  test('is refused before its agents start, with a link to the first', () => {
    expect(second.conclusions).toMatchObject({ 'agents / plan': 'failure', 'agents / agents': 'skipped' })
    const said = second.job('agents / plan').annotations.map(({ message }) => message)
    expect(said.join()).toMatch(
      new RegExp(
        `works on this plan for main: http\\S+/actions/runs/${first.id}\\n[\\s\\S]*concurrency: \\{`,
      ),
    )
  })

  test('does not disturb the first, and can start once that has ended', async () => {
    await first.done
    const third = await runReused(github(), repository)
    const { pulls } = await readLeft(repository, third)

    expect([first.conclusion, third.conclusion]).toEqual(['success', 'success'])
    expect(pulls.filter(({ state }) => state === 'open')).toHaveLength(1)
    for (const { id } of [first, second, third]) expect(github().artifacts.list(id)).toEqual([])
  })
})

test('runs of other plans, or for other targets, do not count', async () => {
  const repository = await createCaller(github(), {
    tasks: slow,
    files: { 'other.yml': toPlanText(fast, { name: 'Other' }) },
  })
  const first = await github().dispatch(repository, 'reuse.yml')
  await first.untilJob('agents / note', ({ status }) => status === 'in_progress')
  const inputs = { plan: 'other.yml' }
  const second = await (await github().dispatch(repository, 'dispatch.yml', inputs)).done
  await first.done

  expect([first.conclusion, second.conclusion]).toEqual(['success', 'success'])
})

test('of two runs that could not see each other, the newer one has the one pull request, also if it ends first', async () => {
  const repository = await createCaller(github(), { tasks: slow })
  github().faults.add(/\/actions\/artifacts\?/, 403, 2)
  const [first, second] = await startBoth(repository)
  await first.done

  const open = repository.issues.filter(({ pull, state }) => pull !== undefined && state === 'open')
  expect(open).toHaveLength(1)
  expect(await repository.tryRead(open[0]?.pull?.head ?? '', 'note.txt')).toBe('fast\n')
  expect(second.conclusion).toBe('success')
  const said = first.job('agents / publish').annotations.map(({ message }) => message)
  expect(said.join()).toMatch(
    /a newer run of this plan has proposed its result for main, so this one is only on agents\//,
  )
})

test('a run that dies answers its issue although a second one was refused meanwhile', async () => {
  const tasks = { note: { issue: 1, script: 'sleep 15; echo hi > note.txt', files: ['note.txt'] } }
  const repository = await createCaller(github(), { tasks })
  const number = github().openIssue(repository, 'Write a note', 'Write your name into a file.')
  const first = await github().dispatch(repository, 'reuse.yml')
  await first.untilJob('agents / note', ({ status }) => status === 'in_progress')
  await (await github().dispatch(repository, 'reuse.yml')).done
  await first.untilJob('agents / publish', ({ status }) => status === 'in_progress')
  first.job('agents / publish').loseRunner()
  await first.done
  const comments = repository.requireIssue(number).comments.map(({ body }) => body)

  expect(comments).toEqual([expect.stringContaining('Not done: the job "agents / publish" failed')])
})
