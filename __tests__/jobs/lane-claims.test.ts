import { describe, expect, test } from '@jest/globals'
import { HarnessKey, isSigned } from '../../src/jobs/handover/harness-key.ts'
import { findOrigin, type LaneClaim, type TaskDelivery } from '../../src/jobs/handover/lane-claims.ts'

const claim = (lane: string, tasks: string[], maker: string): LaneClaim => ({
  ...{ lane, tasks, maker },
  ...{ attempt: 1, key: `key of ${lane}` },
})
const left = (task: string, maker: string): TaskDelivery => ({ task, maker, attempt: 1 })
const none: ReadonlySet<string> = new Set()
const claims = [claim('one', ['a', 'b'], 'job 1'), claim('two', ['c'], 'job 2')]

describe('what was left for a task', () => {
  test('is its own when the job of its lane has left it', () => {
    const all = [left('a', 'job 1'), left('b', 'job 1'), left('c', 'job 2')]

    expect(findOrigin(left('b', 'job 1'), { claims, all, mergers: none })).toEqual({
      kind: 'own',
      key: 'key of one',
    })
  })

  test('is its own when a job of another lane says that it does this one too', () => {
    const told = [...claims, claim('two', ['c'], 'job 1')]

    expect(findOrigin(left('c', 'job 2'), { claims: told, all: [], mergers: none })).toMatchObject({
      kind: 'own',
    })
  })

  test('is its own when an earlier attempt of the same job did the lane before', () => {
    const told = [...claims, { ...claim('one', ['a', 'b'], 'job 1'), attempt: 2, key: 'a new key' }]

    const known = { claims: told, all: [left('b', 'job 1')], mergers: none }
    expect(findOrigin({ ...left('a', 'job 1'), attempt: 2 }, known)).toEqual({
      kind: 'own',
      key: 'a new key',
    })
  })

  test('is its own when the job that merges says that it does that lane', () => {
    const told = [...claims, claim('two', ['c'], 'merger')]
    const known = { claims: told, all: [], mergers: new Set(['merger']) }

    expect(findOrigin(left('c', 'job 2'), known)).toMatchObject({ kind: 'own' })
  })

  const foreign: Record<string, [TaskDelivery, readonly LaneClaim[], readonly TaskDelivery[], RegExp]> = {
    'from a job of another lane': [left('c', 'job 1'), claims, [], /not come from the job of its lane/],
    'from a job that has begun nothing': [left('c', 'job 9'), claims, [], /not come from the job/],
    'of a lane that has not begun': [
      left('d', 'job 1'),
      claims,
      [],
      /no job that runs its lane has published a signing key/,
    ],
    'from a job that has handed over a task of another lane': [
      left('a', 'job 1'),
      claims,
      [left('a', 'job 1'), left('c', 'job 1')],
      /also handed over c/,
    ],
    'from a job that speaks for two lanes': [
      left('a', 'job 1'),
      [...claims, claim('two', ['c'], 'job 1')],
      [],
      /claims several lanes: one, two/,
    ],
    'of a lane that two jobs say they do': [
      left('c', 'job 2'),
      [...claims, claim('two', ['c'], 'job 9')],
      [],
      /several jobs claim its lane two/,
    ],
    'from a job that speaks for another lane in an attempt to come': [
      { ...left('c', 'job 1'), attempt: 2 },
      [...claims, { ...claim('two', ['c'], 'job 1'), attempt: 2 }],
      [],
      /claims several lanes: one, two/,
    ],
    'from a job that has handed over a task for an attempt to come': [
      left('a', 'job 1'),
      claims,
      [{ ...left('a', 'job 1'), attempt: 2 }],
      /also handed over a/,
    ],
    'from a job that announces other tasks for its lane in an attempt to come': [
      { ...left('c', 'job 1'), attempt: 2 },
      [...claims, { ...claim('one', ['c'], 'job 1'), attempt: 2 }, { ...claims[1], attempt: 2 } as LaneClaim],
      [],
      /announces its lane one in several ways/,
    ],
    'from a job that has replaced its announcement by one with the task of another lane': [
      left('c', 'job 1'),
      [claim('one', ['c'], 'job 1'), claim('two', ['c'], 'job 2')],
      [],
      /several jobs claim c/,
    ],
    'of a lane whose task another job has put into its own': [
      left('c', 'job 2'),
      [claim('one', ['c'], 'job 1'), claim('two', ['c'], 'job 2')],
      [],
      /several jobs claim c/,
    ],
    'of a lane that was announced too often to contest it': [
      left('c', 'job 9'),
      Array.from({ length: 5 }, () => claim('two', ['c'], 'job 9')),
      [],
      /announced 5 times/,
    ],
    'from the job that merges, which announces the lane for an attempt to come': [
      { ...left('c', 'merger'), attempt: 2 },
      [...claims, { ...claim('two', ['c'], 'merger'), attempt: 2 }],
      [],
      /its job merges/,
    ],
    'of another attempt than the claim': [
      { ...left('a', 'job 1'), attempt: 2 },
      claims,
      [],
      /no job that runs its lane has published a signing key/,
    ],
  }

  test.each(Object.entries(foreign))('is refused when it is %s', (_, [one, told, all, reason]) => {
    const origin = findOrigin(one, { claims: told, all, mergers: new Set(['merger']) })

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
