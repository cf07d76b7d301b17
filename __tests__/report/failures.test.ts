import { describe, expect, test } from '@jest/globals'
import { toNextSteps } from '../../src/action/commands/next-steps.ts'
import { toRunAnnotations } from '../../src/action/output/run-annotations.ts'
import { isOwnFailure, outcomes } from '../../src/model/outcome.ts'
import { makeReport, makeTaskReport } from './reports.ts'

describe('a task that failed by itself', () => {
  test.each(outcomes)('%s', outcome => {
    const isFine = ['succeeded', 'blocked', 'cancelled', 'parked'].includes(outcome)
    expect(isOwnFailure({ allowNoChanges: false }, outcome)).toBe(!isFine)
    expect(isOwnFailure({ allowNoChanges: true }, outcome)).toBe(!isFine && outcome !== 'no-changes')
  })

  test('is an error annotation, and one that waits or may end without changes is none', () => {
    const report = makeReport({
      broken: makeTaskReport({ outcome: 'failed', landing: 'none', reason: 'it broke' }),
      idle: makeTaskReport({ outcome: 'no-changes', landing: 'none', reason: 'nothing was changed' }),
      done: makeTaskReport({ outcome: 'no-changes', landing: 'none', reason: null }),
      waits: makeTaskReport({ outcome: 'parked', landing: 'none', reason: 'the quota is used up' }),
    })
    expect(toRunAnnotations(report, []).map(({ title }) => title)).toEqual([
      'broken: failed',
      'idle: no-changes',
    ])
  })
})

test('the next steps fetch branches where the plan put them', () => {
  const tasks = {
    a: makeTaskReport({ branch: 'agents/20261120-101500-ab12/a' }),
    b: makeTaskReport({ branch: 'feature/b' }),
  }
  const text = toNextSteps(makeReport(tasks), true, {})
  expect(text).toContain(
    "'+refs/heads/agents/20261120-101500-ab12/*:refs/heads/agents/20261120-101500-ab12/*'",
  )
  expect(text).toContain("'+refs/heads/feature/b:refs/heads/feature/b'")
})
