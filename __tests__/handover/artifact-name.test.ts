import { describe, expect, test } from '@jest/globals'
import {
  toArtifactName,
  toLatestArtifacts,
  tryReadArtifactName,
} from '../../src/jobs/handover/artifact-name.ts'

const run = '20261120-101500-ab12'

describe('the name of an artifact', () => {
  test('says run, attempt and task, and is read back', () => {
    const names = [
      { run, attempt: 1, task: 'contract' },
      { run, attempt: 12, task: '3-way-merge' },
      { run, attempt: 1, task: '2-3-way-merge' },
      { run, attempt: 1, task: 'contract', copy: 2 },
    ]
    expect(names.map(name => tryReadArtifactName(toArtifactName(name)))).toEqual(names)
    expect(new Set(names.map(toArtifactName)).size).toBe(4)
    for (const name of names) expect(toArtifactName(name)).not.toMatch(/["`:<>|*?\r\n\\/]/)
  })

  test('is refused for an invalid run, attempt or task', () => {
    expect(() => toArtifactName({ run: '../x', attempt: 1, task: 'a' })).toThrow('not the id of a run')
    expect(() => toArtifactName({ run, attempt: 0, task: 'a' })).toThrow('count from 1')
    expect(() => toArtifactName({ run, attempt: 1, task: 'A/b' })).toThrow('not the id of a task')
  })

  test('of another action is left alone', () => {
    const others = [
      'coverage',
      'parallel-agents-x',
      `parallel-agents-${run}-0-a`,
      `parallel-agents-${run}-1-A\n`,
      `parallel-agents-${run}-1-lane.lane-2`,
      `parallel-agents-${run}-1-begin.lane-2`,
      `parallel-agents-${run}-1-a.17`,
    ]
    expect(others.filter(name => tryReadArtifactName(name) !== undefined)).toEqual([])
  })

  test('selects the latest attempt of each task, and none of a later attempt or another run', () => {
    const names = [
      toArtifactName({ run, attempt: 1, task: 'a' }),
      toArtifactName({ run, attempt: 2, task: 'a' }),
      toArtifactName({ run, attempt: 1, task: 'b' }),
      toArtifactName({ run, attempt: 99, task: 'b' }),
      toArtifactName({ run: '20261120-101500-ab13', attempt: 2, task: 'b' }),
      toArtifactName({ run, attempt: 1, task: 'c', copy: 3 }),
      toArtifactName({ run, attempt: 1, task: 'c', copy: 2 }),
      'coverage',
    ]
    expect(toLatestArtifacts(names, { run, attempt: 2 })).toEqual([
      { run, attempt: 2, task: 'a' },
      { run, attempt: 1, task: 'b' },
      { run, attempt: 1, task: 'c', copy: 2 },
    ])
  })
})
