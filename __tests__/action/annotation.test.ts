import { describe, expect, test } from '@jest/globals'
import { type Annotation, limitAnnotations } from '../../src/action/step/annotation.ts'
import { toHarmlessLine } from '../../src/action/step/step-log.ts'

function make(level: Annotation['level'], count: number): Annotation[] {
  return Array.from({ length: count }, (_, index) => ({ level, title: 't', message: String(index) }))
}

describe('annotations', () => {
  test('leave room for the message of a step that fails', () => {
    expect(limitAnnotations([...make('error', 9), ...make('warning', 10)])).toHaveLength(19)
    const errors = limitAnnotations(make('error', 10))
    expect(errors).toHaveLength(9)
    expect(errors.at(-1)?.message).toBe('2 more: see the summary')
    expect(limitAnnotations(make('warning', 30)).at(-1)?.message).toBe('21 more: see the summary')
  })
})

describe('a line of the log', () => {
  test('gives the runner no commands', () => {
    expect(toHarmlessLine('::error::x')).toBe(': :error::x')
    expect(toHarmlessLine('  ::error::x')).toBe('  : :error::x')
    expect(toHarmlessLine('\u0085\u3000::error::x')).toBe('\u0085\u3000: :error::x')
    expect(toHarmlessLine('a ##[error]x ##[error]y')).toBe('a ## [error]x ## [error]y')
    expect(toHarmlessLine('api: a::b')).toBe('api: a::b')
  })
})
