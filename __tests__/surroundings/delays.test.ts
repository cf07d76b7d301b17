import { describe, expect, test } from '@jest/globals'
import { jitter, jitterAfter, retry, toDelay } from '../../src/model/timing/delays.ts'

describe('delays', () => {
  test('grow to a longest one', () => {
    const growth = { first: 2, factor: 3, longest: 20 }
    expect([0, 1, 2, 3].map(before => toDelay(growth, before))).toEqual([2, 6, 18, 20])
  })

  test('have jitter: three to five quarters of what was asked for, or a little more than a given time', () => {
    const some = Array.from({ length: 200 }, () => jitter(8))
    expect(Math.min(...some)).toBeGreaterThanOrEqual(6)
    expect(Math.max(...some)).toBeLessThanOrEqual(10)
    const later = Array.from({ length: 200 }, () => jitterAfter(8, 5))
    expect(Math.min(...later)).toBeGreaterThanOrEqual(8)
    expect(Math.max(...later)).toBeLessThanOrEqual(13)
  })
})

describe('a retry', () => {
  const open = (failures: number) => {
    const waits: number[] = []
    let tries = 0
    const work = async () => {
      tries += 1
      if (tries <= failures) throw new Error(`busy ${tries}`)
      return tries
    }
    const wait = async (seconds: number) => void waits.push(seconds)
    return { waits, work, wait }
  }

  test('follows each failure after its delay, until the work succeeds', async () => {
    const { waits, work, wait } = open(2)
    expect(await retry({ delays: [1, 4, 16], toWait: (_, delay) => delay, wait }, work)).toBe(3)
    expect(waits).toEqual([1, 4])
  })

  test('ends with the last error when no delay is left', async () => {
    const { waits, work, wait } = open(9)
    await expect(retry({ delays: [1, 4], toWait: (_, delay) => delay, wait }, work)).rejects.toThrow('busy 3')
    expect(waits).toEqual([1, 4])
  })

  test('ends at once where another one cannot help', async () => {
    const { waits, work, wait } = open(9)
    await expect(retry({ delays: [1, 4], toWait: () => undefined, wait }, work)).rejects.toThrow('busy 1')
    expect(waits).toEqual([])
  })
})
