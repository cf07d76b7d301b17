import { expect, test } from '@jest/globals'
import { isRunId, toRunId } from '../../src/run/run-id.ts'

const now = new Date('2026-11-20T10:15:00.789Z')

test('a run id is the time and four digits', () => {
  expect(toRunId(now, 0.5, [])).toBe('20261120-101500-8000')
  expect(isRunId(toRunId(now, 0.999999, []))).toBe(true)
})

test('a run id sorts behind all others, also in the same second', () => {
  const known = ['20261120-101500-fffe', '20261120-101459-0001']
  expect(toRunId(now, 0, known)).toBe('20261120-101500-ffff')
  expect(toRunId(now, 0, [...known, '20261120-101500-ffff'])).toBe('20261120-101501-0000')
})

test('a run id sorts behind all others, even when the clock has gone back', () => {
  expect(toRunId(now, 0, ['20261120-111500-0003', '20261120-101500-ffff'])).toBe('20261120-111500-0004')
  expect(toRunId(now, 0, ['20261231-235959-ffff'])).toBe('20270101-000000-0000')
})
