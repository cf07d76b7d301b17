import { describe, expect, test } from '@jest/globals'
import type { WatchedJob } from '../../src/jobs/lane/job-watch.ts'
import { findEndable, findUndeliverable } from '../../src/jobs/lane/undeliverable.ts'

const job = (id: string, name: string, status: WatchedJob['status']): WatchedJob => ({
  id,
  name,
  status,
  startedAt: undefined,
})

describe('a task of another lane', () => {
  test('is undeliverable once the job of its lane has ended', () => {
    const begun = [{ job: '1', tasks: ['api', 'docs'] }]

    expect(findUndeliverable(['api', 'docs'], [job('1', 'x', 'completed')], begun)).toEqual(['api', 'docs'])
    expect(findUndeliverable(['api'], [job('1', 'x', 'running')], begun)).toEqual([])
  })

  test('is undeliverable once the only job named for it has ended, with or without a claim', () => {
    const name = 'agents / contract → api'

    expect(findUndeliverable(['api'], [job('1', name, 'completed')], [])).toEqual(['api'])
    expect(findUndeliverable(['api'], [job('1', name, 'queued')], [])).toEqual([])
    expect(findUndeliverable(['api'], [job('1', 'api', 'completed'), job('2', name, 'running')], [])).toEqual(
      [],
    )
    expect(findUndeliverable(['contr'], [job('1', name, 'completed')], [])).toEqual([])
  })

  test('may still be delivered by its job, whatever job a note of another names for it', () => {
    const jobs = [job('1', 'agents / plan', 'completed'), job('2', 'agents / api', 'queued')]

    expect(findUndeliverable(['api'], jobs, [{ job: '1', tasks: ['api'] }])).toEqual([])
    expect(findEndable(['api'], jobs, [{ job: '1', tasks: ['api'] }])).toEqual([])
  })

  test('may still be delivered when its lane was started again, by another job', () => {
    const begun = [
      { job: '1', tasks: ['api'] },
      { job: '2', tasks: ['api'] },
    ]

    expect(findUndeliverable(['api'], [job('2', 'api', 'running')], begun)).toEqual([])
  })
})
