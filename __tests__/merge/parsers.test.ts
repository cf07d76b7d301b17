import { setTimeout } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { tryParse } from '../../src/conflicts/syntax/parsers.ts'

test('a grammar with a large table is parsed for as long as it takes to become hot code', async () => {
  const line = 'class A { func f(x: Int) -> Int { let y = x + 1; if y > 2 { return y }; return x } }\n'
  const text = line.repeat(100)
  for (let round = 0; round < 300; round++) {
    const tree = await tryParse('a.swift', text)
    expect(tree?.root.hasError).toBe(false)
    tree?.free()
  }
  // What is compiled in the background would end the process.
  await setTimeout(2500)
})
