import { expect, test } from '@jest/globals'
import { resolve, textOf } from './resolve.ts'

/** A declaration with a place for a parameter, `‸`, and a call. */
type Called = readonly [title: string, path: string, text: string, ours: string, theirs: string, call: string]

const inClass = (head: string) => `${head}\n\nclass B {\n    void F() {\n        G();\n    }\n}\n`
const inKotlin = (head: string) => `${head}\n\nfun f() {\n    G();\n}\n`

const called: readonly Called[] = [
  ['a class', 'A.kt', inKotlin('class A(val b: Int‸)'), ', val c: Int = 1', ', val d: Int = 2', 'A(1, 5)'],
  ['a function', 'A.kt', inKotlin('fun a(b: Int‸) {}'), ', c: Int = 1', ', d: Int = 2', 'a(1, 5)'],
  ['a record', 'A.cs', inClass('record A(int X‸);'), ', int Y = 1', ', int Z = 2', 'new A(1, 5)'],
  [
    'a constructor',
    'A.cs',
    inClass('class A { A(int X‸) { } }'),
    ', int Y = 1',
    ', int Z = 2',
    'new A(1, 5)',
  ],
  ['a record', 'A.java', inClass('record A(int x‸) {}'), ', int y', ', int z', 'new A(1, 5)'],
]

const toVersions = ([, , text, ours, theirs]: Called, call: string) =>
  [text.replace('‸', ''), text.replace('‸', ours), text.replace('‸', theirs).replace('G()', call)] as const

test.each(called)(
  'declines parameters of %s in %s if a call would give a value to the other one',
  async (...entry) => {
    const answer = await resolve(entry[1], toVersions(entry, entry[5]))
    expect(answer.kind === 'declined' ? answer.reasons.join('\n') : answer.text).toContain(
      'is called with arguments that no longer fit its parameters',
    )
  },
)

test.each(called.slice(0, 4))('keeps parameters of %s in %s if its calls still fit', async (...entry) => {
  const call = entry[5].replace(', 5', '')
  const both = entry[2].replace('‸', entry[3] + entry[4]).replace('G()', call)
  expect(textOf(await resolve(entry[1], toVersions(entry, call)))).toBe(both)
})
