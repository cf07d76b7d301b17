import type { FailedTest, Runner } from './reading/test-output.ts'

/** A regular expression that matches exactly this text, in the dialects of JavaScript, Go and PCRE. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** The runner's arguments that select tests: one pattern, or names. They may select more than these tests, never fewer. */
export function toSelection(runner: Runner, tests: readonly FailedTest[]): string[] {
  const names = [...new Set(tests.map(test => test.name))]
  const toAlternatives = (toPattern: (name: string) => string) =>
    `(?:${[...new Set(names.map(toPattern))].join('|')})`
  if (runner === 'jest' || runner === 'vitest') return [`^ ?${toAlternatives(toTitlePattern)}(?: |$)`]
  if (runner === 'mocha') return [`^${toAlternatives(escapePattern)}(?: |$)`]
  if (runner === 'node') return [`${toAlternatives(escapePattern)}$`]
  if (runner === 'go') return [`^${toAlternatives(toGoPattern)}$`]
  if (runner === 'phpunit') return [toAlternatives(toMethodPattern)]
  return names
}

/** Jest and Vitest match titles joined by a space, and print them joined by ` › ` or ` > `. A title may contain either. */
function toTitlePattern(name: string): string {
  return name
    .split(/ [›>] /)
    .map(escapePattern)
    .join('(?: | › | > )')
}

/** The whole test function: patterns for subtests differ between versions of Go. */
function toGoPattern(name: string): string {
  return escapePattern(name.split('/', 1)[0] as string)
}

/** All data sets of the method. */
function toMethodPattern(name: string): string {
  return `${escapePattern(name.replace(/ with data set .*$/, ''))}(?: with data set .*)?$`
}
