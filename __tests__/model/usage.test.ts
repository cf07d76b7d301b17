import { expect, test } from '@jest/globals'
import { sumUsage, unknownUsage } from '../../src/model/usage.ts'

test('sums of dollars have no tail of binary fractions', () => {
  const usages = [0.3, 0.3, 0.3].map(costUsd => ({ ...unknownUsage, costUsd, costKnown: 'all' as const }))
  expect(sumUsage(usages)?.costUsd).toBe(0.9)
})

test('what is unknown is not counted as zero', () => {
  const known = { ...unknownUsage, costUsd: 0.25, costKnown: 'all' as const }
  expect(sumUsage([unknownUsage, unknownUsage])?.costUsd).toBeNull()
  expect(sumUsage([known, unknownUsage])).toMatchObject({ costUsd: 0.25, costKnown: 'part' })
})
