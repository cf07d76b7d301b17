import { describe, expect, test } from '@jest/globals'
import type { ResourceUse } from '../../src/model/checkout/resource-use.ts'
import type { Report } from '../../src/model/report.ts'
import type { TaskResult } from '../../src/model/task-result.ts'
import { toResourceReport } from '../../src/report/resource-report.ts'
import { toSize } from '../../src/report/text/resource-text.ts'
import { toTimingText } from '../../src/report/text/timing-text.ts'

const total = { cores: 2, cpuSeconds: 40, memoryBytes: 1e9, diskBytes: 1e6 }

/** Tasks that ran for 20 seconds each, from a second on. */
function toResults(starts: readonly number[], use: Partial<ResourceUse>): ReadonlyMap<string, TaskResult> {
  const toInstant = (second: number) => new Date(1_800_000_000_000 + second * 1000).toISOString()
  const resources = { seconds: 20, cpuSeconds: 0, waitedSeconds: 0, memoryBytes: 0, diskBytes: 0, ...use }
  const results = starts.map(start => ({
    startedAt: toInstant(start),
    finishedAt: toInstant(start + 20),
    resources,
  }))
  return new Map(results.map((result, index) => [`t${index}`, result as unknown as TaskResult]))
}

describe('the resources of a run', () => {
  test('say how many tasks ran at once, each time that it changed', () => {
    const results = toResults([0, 5, 20], {})
    const { atOnce, mostAtOnce } = toResourceReport(total, { maxParallel: 3, results })

    expect(mostAtOnce).toBe(2)
    expect(atOnce).toEqual([
      { second: 0, tasks: 1 },
      { second: 5, tasks: 2 },
      { second: 20, tasks: 2 },
      { second: 25, tasks: 1 },
      { second: 40, tasks: 0 },
    ])
  })

  test('name the machine as the bottleneck when tasks waited for a CPU, and how many at once would have done', () => {
    const busy = toResults([0, 0, 0, 0], { cpuSeconds: 10, waitedSeconds: 10 })
    const halfBusy = toResults([0, 0, 0, 0, 0, 0, 0, 0], { cpuSeconds: 5, waitedSeconds: 10 })

    expect(toResourceReport(total, { maxParallel: 4, results: busy }).bottleneck).toEqual({
      waited: 4,
      maxParallel: 2,
    })
    expect(toResourceReport(total, { maxParallel: 8, results: halfBusy }).bottleneck).toEqual({
      waited: 8,
      maxParallel: 4,
    })
  })

  test('do not blame a machine whose tasks waited for something else, or for a moment', () => {
    const idle = toResults([0, 0, 0, 0], { cpuSeconds: 1, waitedSeconds: 0.5 })

    expect(toResourceReport(total, { maxParallel: 4, results: idle }).bottleneck).toBeNull()
    expect(toResourceReport(total, { maxParallel: 4, results: new Map() })).toMatchObject({
      atOnce: [],
      mostAtOnce: 0,
      bottleneck: null,
    })
  })
})

test('time that tasks waited for a CPU does not count as time saved', () => {
  const timing = {
    wallSeconds: 20,
    taskSeconds: 80,
    integrationSeconds: 0,
    lowerBoundSeconds: 20,
    speedup: 4,
  }
  const task = { resources: { waitedSeconds: 15 } }
  const toText = (bottleneck: object | null) =>
    toTimingText({
      ...{
        timing,
        tasks: { a: task, b: task },
        cost: { usd: null, known: 'none' },
        resources: { bottleneck },
      },
    } as unknown as Report)

  expect(toText(null)).toBe('20 s, 4.0× as fast as one after another (80 s); theoretical minimum 20 s')
  expect(toText({ waited: 2, maxParallel: 1 })).toBe(
    '20 s (tasks: 80 s in total, with 30 s of waiting for CPU)',
  )
})

test('sizes have a fitting unit', () => {
  expect([0, 350_000, 1.25e9, 12_400_000_000, 999_999].map(toSize)).toEqual([
    '0 MB',
    '350 kB',
    '1.3 GB',
    '12 GB',
    '1000 kB',
  ])
})
