import { describe, expect, test } from '@jest/globals'
import type { WatchedJob } from '../../src/jobs/lane/job-watch.ts'
import { findUndeliverable } from '../../src/jobs/lane/undeliverable.ts'

const job = (id: string, name: string, status: WatchedJob['status']): WatchedJob => ({
  id,
  name,
  status,
  startedAt: undefined,
})

describe('a task of another lane', () => {
  test('never comes when the job that began its lane is over', () => {
    const begun = [{ job: '1', tasks: ['api', 'docs'] }]

    expect(findUndeliverable(['api', 'docs'], [job('1', 'x', 'completed')], begun)).toEqual(['api', 'docs'])
    expect(findUndeliverable(['api'], [job('1', 'x', 'running')], begun)).toEqual([])
  })

  test('never comes when the only job named for it is over, whether that told anything or not', () => {
    const name = 'agents / contract → api'

    expect(findUndeliverable(['api'], [job('1', name, 'completed')], [])).toEqual(['api'])
    expect(findUndeliverable(['api'], [job('1', name, 'queued')], [])).toEqual([])
    expect(findUndeliverable(['api'], [job('1', 'api', 'completed'), job('2', name, 'running')], [])).toEqual(
      [],
    )
    expect(findUndeliverable(['contr'], [job('1', name, 'completed')], [])).toEqual([])
  })

  test('may still come when its lane was started again: that is another job', () => {
    const begun = [
      { job: '1', tasks: ['api'] },
      { job: '2', tasks: ['api'] },
    ]

    expect(findUndeliverable(['api'], [job('2', 'api', 'running')], begun)).toEqual([])
  })
})
