import { describe, expect, test } from '@jest/globals'
import { Accounts } from '../../src/agents/accounts/accounts.ts'
import type { Agent } from '../../src/model/plan.ts'

const agent: Agent = { kind: 'command', name: 'a', command: 'work', env: {} }
const minute = 60_000

describe('a quota without a known reset', () => {
  test('is waited for once, however many agents were running when it was used up', () => {
    const accounts = new Accounts()
    const waits = [0, 1, 2, 3].map(later => accounts.park(agent, 'used up', undefined, later))
    expect(waits).toEqual(Array(4).fill(15 * minute))
  })

  test('is waited for longer each time that it is still used up afterwards', () => {
    const accounts = new Accounts()
    const first = accounts.park(agent, 'used up', undefined, 0)
    const second = accounts.park(agent, 'used up', undefined, first)
    expect([first, second - first]).toEqual([15 * minute, 30 * minute])
  })

  test('is waited for until the time that another agent of the account is told', () => {
    const accounts = new Accounts()
    accounts.park(agent, 'used up', undefined, 0)
    expect(accounts.park(agent, 'used up', 3 * minute, 0)).toBe(3 * minute)
    expect(accounts.blockOf(agent, 4 * minute)).toBeUndefined()
  })
})

test('waiting for a slot leaves no listeners behind', async () => {
  const accounts = new Accounts()
  const { signal } = new AbortController()
  const added: unknown[] = []
  const add = signal.addEventListener.bind(signal)
  const remove = signal.removeEventListener.bind(signal)
  signal.addEventListener = (...given: Parameters<typeof add>) => {
    added.push(given[1])
    add(...given)
  }
  signal.removeEventListener = (...given: Parameters<typeof remove>) => {
    added.splice(added.indexOf(given[1]), 1)
    remove(...given)
  }
  await accounts.enter(agent, signal)
  accounts.noteError(agent, 'rate-limited')
  const waiting = accounts.enter(agent, signal)
  accounts.leave(agent)
  await waiting
  expect(added).toEqual([])
})
