import { expect, test } from '@jest/globals'
import { BudgetBook } from '../../src/agents/accounts/budget-book.ts'
import { unknownUsage } from '../../src/model/usage.ts'

const { signal } = new AbortController()
const cost = (costUsd: number) => ({ ...unknownUsage, costUsd, costKnown: 'all' as const })

async function spend(book: BudgetBook, usd: number): Promise<void> {
  const reservation = await book.reserve('a', undefined, signal)
  if (reservation === undefined) throw new Error('nothing is left')
  book.settle(reservation, cost(usd), 60)
}

test('a budget whose rest is too small for an attempt is not said to be used up', async () => {
  const book = new BudgetBook({ usd: 1, onEnd: 'finish' }, 1)
  await spend(book, 0.4)
  await spend(book, 0.4)
  expect(await book.reserve('a', undefined, signal)).toBeUndefined()
  expect(book.describe('a', undefined)).toBe(
    'the rest of the budget of the run ($1) is $0.2, and an attempt of a is expected to take $0.4',
  )
})

test('a budget that is spent is said to be used up', async () => {
  const book = new BudgetBook({ usd: 1, tokens: 500, onEnd: 'finish' }, 1)
  await spend(book, 1.5)
  expect(await book.reserve('a', undefined, signal)).toBeUndefined()
  expect(book.describe('a', undefined)).toBe('the budget of the run ($1) is used up')
})

test('sums of money that do not add up exactly are as large as they look', async () => {
  const book = new BudgetBook({ usd: 0.1, onEnd: 'finish' }, 1)
  for (const usd of [0.03, 0.03, 0.01, 0.03]) book.add(cost(usd), 60)
  expect(await book.reserve('a', undefined, signal)).toBeUndefined()
  expect(book.describe('a', undefined)).toBe('the budget of the run ($0.1) is used up')

  const fitting = new BudgetBook({ usd: 0.3, onEnd: 'finish' }, 1)
  for (const usd of [0.1, 0.1]) await spend(fitting, usd)
  expect(await fitting.reserve('a', undefined, signal)).toBeDefined()
})
