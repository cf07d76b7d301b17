import { describe, expect, test } from '@jest/globals'
import { HarnessKey, isSigned } from '../../src/jobs/handover/harness-key.ts'
import { findOrigin, type LaneClaim, type LeftForTask } from '../../src/jobs/handover/lane-claims.ts'

const claim = (lane: string, tasks: string[], maker: string): LaneClaim => ({
  ...{ lane, tasks, maker },
  ...{ attempt: 1, key: `key of ${lane}` },
})
const left = (task: string, maker: string): LeftForTask => ({ task, maker, attempt: 1 })
const claims = [claim('one', ['a', 'b'], 'job 1'), claim('two', ['c'], 'job 2')]

describe('what was left for a task', () => {
  test('is its own when the job of its lane has left it', () => {
    const all = [left('a', 'job 1'), left('b', 'job 1'), left('c', 'job 2')]

    expect(findOrigin(left('b', 'job 1'), claims, all)).toEqual({ kind: 'own', key: 'key of one' })
  })

  const foreign: Record<string, [LeftForTask, readonly LaneClaim[], readonly LeftForTask[], RegExp]> = {
    'from a job of another lane': [left('c', 'job 1'), claims, [], /not from the job that does its lane/],
    'from a job that has begun nothing': [left('c', 'job 9'), claims, [], /not from the job/],
    'of a lane that has not begun': [left('d', 'job 1'), claims, [], /no lane has begun that does it/],
    'from a job that has handed over a task of another lane': [
      left('a', 'job 1'),
      claims,
      [left('a', 'job 1'), left('c', 'job 1')],
      /has handed over c as well/,
    ],
    'from a job that speaks for two lanes': [
      left('a', 'job 1'),
      [...claims, claim('two', ['c'], 'job 1')],
      [],
      /speaks for several lanes: one, two/,
    ],
    'of another attempt than the claim': [
      { ...left('a', 'job 1'), attempt: 2 },
      claims,
      [],
      /no lane has begun that does it/,
    ],
  }

  test.each(Object.entries(foreign))('is refused when it is %s', (_, [one, told, all, reason]) => {
    const origin = findOrigin(one, told, all)

    expect(origin.kind === 'foreign' && origin.reason).toMatch(reason)
  })
})

test('a signature is of one text and one key', () => {
  const [own, other] = [new HarnessKey(), new HarnessKey()]
  const signature = own.sign('text')

  expect(isSigned('text', signature, own.publicText)).toBe(true)
  expect(isSigned('text ', signature, own.publicText)).toBe(false)
  expect(isSigned('text', signature, other.publicText)).toBe(false)
  expect(isSigned('text', signature, 'no key')).toBe(false)
})
