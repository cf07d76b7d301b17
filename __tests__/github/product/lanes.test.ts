import { describe, expect, test } from '@jest/globals'
import type { Job } from '../runner/job.ts'
import { changeCall, createCaller, runReused } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()

/** The most jobs that ran at the same time. */
function mostAtOnce(jobs: readonly Job[]): number {
  const isRunning = (job: Job, at: string) => (job.startedAt ?? '') <= at && at < (job.completedAt ?? '')
  return Math.max(...jobs.map(({ startedAt = '' }) => jobs.filter(job => isRunning(job, startedAt)).length))
}

const task = (name: string) => ({ script: `echo ${name} > ${name}.txt`, files: [`${name}.txt`] })

describe('max-parallel', () => {
  const tasks = { one: task('one'), two: task('two'), three: task('three'), four: task('four') }
  const isLane = ({ name }: Job) => Object.keys(tasks).includes(name.replace('agents / ', ''))

  test('of the plan bounds the jobs of independent tasks, too', async () => {
    const repository = await createCaller(github(), { tasks, plan: { 'max-parallel': 2 } })
    const run = await runReused(github(), repository)

    expect(run.conclusion).toBe('success')
    expect(mostAtOnce(run.jobs.filter(isLane))).toBe(2)
  })

  test('of the call overrides that of the plan', async () => {
    const repository = await createCaller(github(), { tasks, plan: { 'max-parallel': 2 } })
    await changeCall(repository, /plan: plan.yml/, 'plan: plan.yml\n      max-parallel: 1')
    const run = await runReused(github(), repository)

    expect(run.conclusion).toBe('success')
    expect(mostAtOnce(run.jobs.filter(isLane))).toBe(1)
  })
})
