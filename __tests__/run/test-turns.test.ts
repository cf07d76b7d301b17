import { expect, test } from '@jest/globals'
import { TestTurns } from '../../src/integration/test/test-turns.ts'

/** Notes when turns begin. */
function makeTurns() {
  const turns = new TestTurns(['one', 'two', 'three'])
  const begun: string[] = []
  const take = async (name: string, isAlone: boolean) => {
    const turn = await turns.take(isAlone)
    begun.push(name)
    return turn
  }
  return { turns, begun, take }
}

const settled = () => new Promise(resolve => setImmediate(resolve))

test('a turn alone waits until no test runs, and holds back those that come after it', async () => {
  const { turns, begun, take } = makeTurns()
  const first = await take('first', false)
  const second = await take('second', false)
  const alone = take('alone', true)
  const after = take('after', false)
  turns.release(first)
  await settled()
  expect(begun).toEqual(['first', 'second'])

  turns.release(second)
  const turn = await alone
  await settled()
  expect(begun).toEqual(['first', 'second', 'alone'])

  turns.release(turn)
  await after
  expect(begun).toEqual(['first', 'second', 'alone', 'after'])
  expect([turn.hasOverlapped, first.hasOverlapped, (await after).hasOverlapped]).toEqual([false, true, false])
})

test('as many turns as there are slots continue at once', async () => {
  const { turns, begun, take } = makeTurns()
  const [first] = await Promise.all(['a', 'b', 'c'].map(name => take(name, false)))
  const last = take('d', false)
  await settled()
  expect(begun).toEqual(['a', 'b', 'c'])

  turns.release(first as Awaited<typeof last>)
  expect((await last).slot).toBe(first?.slot)
})
