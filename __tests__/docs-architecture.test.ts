import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readPage, top } from './support/pages.ts'

describe('the architecture page', () => {
  const page = readPage('docs/architecture.md')
  const steps = [...page.matchAll(/^( *)- (\d+) `(\w+)` in `([^`]+)`: (.*)$/gm)].map(
    ([, indent = '', number, name = '', file = '', words = '']) => ({
      depth: indent.length / 2,
      number: Number(number),
      name,
      text: readPage(`src/${file}`),
      others: [...(words.split(' → ')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, other]) => other as string),
    }),
  )

  test('numbers at most twenty steps', () => {
    expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1))
    expect(steps.length).toBeLessThanOrEqual(20)
    expect(steps.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'work',
        'performTask',
        'Attempts',
        'withPlan',
        'runAgent',
        'integrate',
        'land',
      ]),
    )
  })

  test('names functions that are defined where it says, and called where it says', () => {
    const wrong = steps.flatMap(({ depth, name, text, others }, index) => {
      const caller = steps.slice(0, index).findLast(step => step.depth === depth - 1)
      const isDefined = new RegExp(`(function|class) ${name}\\b`).test(text)
      return [
        ...(isDefined ? [] : [`${name} is not defined there`]),
        ...(caller === undefined || calls(caller.text, name) ? [] : [`${caller.name} → ${name}`]),
        ...others.filter(other => !calls(text, other)).map(other => `${name} → ${other}`),
      ]
    })
    expect(wrong).toEqual([])
    expect(steps.filter(({ depth }) => depth === 0)).toHaveLength(1)
  })

  test('names files and folders that exist', () => {
    const paths = [...page.matchAll(/`([\w.-]+(?:\/[\w.-]+)+)`/g)].map(([, path]) => path as string)
    const isThere = (path: string) =>
      path.endsWith('/x.ts') || [path, `src/${path}`].some(each => existsSync(join(top, each)))
    expect(paths.length).toBeGreaterThan(80)
    expect(paths.filter(path => !isThere(path))).toEqual([])
  })
})

/** Whether a file calls a function besides defining it, or passes it to another one. */
function calls(text: string, name: string): boolean {
  const body = text.replace(/^import[\s\S]*?from '.*$/gm, '').replace(/^ *(?:\/?\*|\/\/).*$/gm, '')
  const isCalled = new RegExp(`(?<!(?:function|class) )\\b${name}(?:<[^>(]*>)?\\(`)
  const isPassed = new RegExp(`[(,]\\s*${name}\\s*[,)]`)
  return isCalled.test(body) || isPassed.test(body)
}
