import type { OutputText } from '../reading/output-text.ts'
import { type Findings, type Reading, toReading } from '../reading/reading.ts'

const rule = '='.repeat(70)
const failLine = /^(?:FAIL|ERROR): (\w+) \(([\w.<>]+)\)/
const runLine = /^Ran (\d{1,9}) tests? in [\d.]+s$/
const endLine = /^(?:OK|FAILED|NO TESTS RAN)(?: \((.*)\))?$/
const hook = /^(?:setUp|tearDown)(?:Class|Module)$/

/** Python's unittest, also under Django: a ruled block per failure, `Ran n tests`, `FAILED (failures=a, errors=b)`. */
export function readUnittest({ lines }: OutputText): Reading | undefined {
  const runs = lines.flatMap((line, index) => (runLine.test(line) ? [index] : []))
  if (runs.length === 0) return undefined
  const ends = runs.map(index => lines.slice(index + 1, index + 4).find(line => endLine.test(line)))
  const entries = lines.flatMap((line, index) => (line === rule ? (readEntry(lines, index + 1) ?? []) : []))
  const broken = entries.filter(entry => entry.kind === 'broken').map(entry => entry.test.name)
  return toReading({
    runner: 'unittest',
    failed: entries.filter(entry => entry.kind !== 'broken').map(entry => entry.test),
    broken,
    ran: runs.reduce((sum, index) => sum + Number(runLine.exec(lines[index] as string)?.[1]), -broken.length),
    stated: ends.reduce((sum, end) => sum + countFailures(end ?? ''), -broken.length),
    hidesMore: ends.includes(undefined) || entries.some(entry => entry.kind === 'hook'),
  })
}

interface Entry {
  readonly kind: 'test' | 'hook' | 'broken'
  readonly test: Findings['failed'][number]
}

function readEntry(lines: readonly string[], index: number): Entry | undefined {
  const [, name, place] = failLine.exec(lines[index] ?? '') ?? []
  if (name === undefined || place === undefined) return undefined
  const message = findMessage(lines, index + 1)
  if (place.includes('_FailedTest')) return { kind: 'broken', test: { id: name, file: null, name, message } }
  if (hook.test(name)) return { kind: 'hook', test: { id: place, file: null, name: place, message } }
  // Python 3.11 and later repeat the name of the test in the brackets.
  const id = place.endsWith(`.${name}`) ? place : `${place}.${name}`
  return { kind: 'test', test: { id, file: null, name: id, message } }
}

/** The last line of the first traceback: the only one at the margin after it. */
function findMessage(lines: readonly string[], start: number): string | null {
  const block = lines.slice(start, start + 200)
  const trace = block.findIndex(line => line.startsWith('Traceback (most recent call last)'))
  return block.slice(trace + 1).find(line => /^\w[\w.]*(?::|$)/.test(line)) ?? null
}

function countFailures(end: string): number {
  const counts = [...end.matchAll(/\b(?:failures|errors|unexpected successes)=(\d{1,9})/g)]
  return counts.reduce((sum, match) => sum + Number(match[1]), 0)
}
