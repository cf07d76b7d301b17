import { describe, expect, test } from '@jest/globals'
import type { Job } from '../runner/job.ts'
import type { Repository } from '../services/repository.ts'
import { changeCall, createCaller, readLeft, runReused } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()

/** The most jobs that ran at the same time. */
function mostAtOnce(jobs: readonly Job[]): number {
  const isRunning = (job: Job, at: string) => (job.startedAt ?? '') <= at && at < (job.completedAt ?? '')
  return Math.max(...jobs.map(({ startedAt = '' }) => jobs.filter(job => isRunning(job, startedAt)).length))
}

const task = (name: string) => ({ script: `echo ${name} > ${name}.txt`, files: [`${name}.txt`] })

describe('max-parallel', () => {
  const tasks = { one: task('one'), two: task('two'), three: task('three') }
  const isLane = ({ name }: Job) => Object.keys(tasks).includes(name.replace('agents / ', ''))
  let repository: Repository

  test('of the plan bounds the jobs of independent tasks, too', async () => {
    repository = await createCaller(github(), { tasks, plan: { 'max-parallel': 2 } })
    const run = await runReused(github(), repository)

    expect(run.conclusion).toBe('success')
    expect(mostAtOnce(run.jobs.filter(isLane))).toBe(2)
  })

  test('of the call overrides that of the plan; a second run of the plan brings its pull request up to date', async () => {
    await changeCall(repository, /plan: plan.yml/, 'plan: plan.yml\n      max-parallel: 1')
    const run = await runReused(github(), repository)
    const { id, pulls } = await readLeft(repository, run)

    expect(run.conclusion).toBe('success')
    expect(mostAtOnce(run.jobs.filter(isLane))).toBe(1)
    expect(pulls).toHaveLength(1)
    const {
      [`refs/heads/${pulls[0]?.pull?.head}`]: proposed,
      [`refs/heads/agents/${id}/integration`]: result,
    } = await repository.refs()
    expect(proposed).toBe(result)
    expect(pulls[0]?.body).toContain(`/actions/runs/${run.id}`)
  })
})
