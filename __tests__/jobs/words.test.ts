import { describe, expect, test } from '@jest/globals'
import { toRunAnnotations } from '../../src/action/output/run-annotations.ts'
import { toOwnName } from '../../src/integration/chain/colliding.ts'
import type { Report } from '../../src/model/report.ts'
import { toCommandEndText } from '../../src/run/run-script.ts'

describe('problems', () => {
  test('are annotated when nothing landed although no task failed', () => {
    const report = {
      tasks: {},
      integration: { conflicts: [], failing: [], problem: 'the integration test fails on the base' },
    }

    expect(toRunAnnotations(report as unknown as Report, [])).toEqual([
      { level: 'error', title: 'Not landed', message: 'the integration test fails on the base' },
    ])
  })

  test('are beside the test that fails, whether or not a task broke it', () => {
    const failing = ['tests/old.test.js › adds up', 'test_old.py::test_sum', 'sums › adds up']
    const reason = 'breaks 2 tests: src/api.test.ts › answers, src/b.test.ts › c'
    const task = { landing: 'evicted', outcome: 'succeeded', reason, reviews: [] }
    const report = { tasks: { api: task }, integration: { conflicts: [], failing, problem: null } }
    const places = toRunAnnotations(report as unknown as Report, []).map(({ level, file }) => [level, file])

    expect(places).toEqual([
      ['error', 'src/api.test.ts'],
      ['warning', 'tests/old.test.js'],
      ['warning', 'test_old.py'],
      ['warning', undefined],
    ])
  })

  test('name the signal when a test was killed, not only an exit code', () => {
    expect(toCommandEndText({ kind: 'exited', code: 137, seconds: 1 }, 1)).toBe(
      'was killed by SIGKILL (exit code 137; the machine may be out of memory)',
    )
    expect(toCommandEndText({ kind: 'exited', code: 3, seconds: 1 }, 1)).toBe('ended with exit code 3')
  })

  test('name a file as people do where a folder has its name', () => {
    expect(toOwnName('p~521f25e8a3b0c1d2e3f405162738495a6b7c8d9e')).toBe('p')
    expect(toOwnName('notes~backup')).toBe('notes~backup')
  })
})
