import type { z } from 'zod'
import { variablePattern } from '../../model/names/variable-pattern.ts'
import { idPattern } from '../file/id-pattern.ts'
import { toKnownKeys } from '../file/known-keys.ts'
import type { PlanPath, Problem } from '../yaml/problem.ts'
import { didYouMean } from './suggest.ts'

type Issue = z.core.$ZodIssue

/** Turns schema errors into sentences that name the key, the place and the likely intention. */
export function toProblems(issues: readonly Issue[], value: unknown): Problem[] {
  return issues.flatMap(issue => toIssueProblems(issue, value))
}

function toIssueProblems(issue: Issue, value: unknown): Problem[] {
  const path = issue.path as PlanPath
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({ path: [...path, key], message: toUnknownKeyMessage(key, path) }))
    case 'invalid_key':
      return [{ path, message: toKeyMessage(issue, path) }]
    case 'invalid_union':
      return toUnionProblems(issue, value)
    default:
      return [{ path, message: toValueMessage(issue, path, valueAt(value, path)) }]
  }
}

/** Those of the kind of value that was meant; the kinds that are possible, if it is none of them. */
function toUnionProblems(issue: Extract<Issue, { code: 'invalid_union' }>, value: unknown): Problem[] {
  const path = issue.path as PlanPath
  const found = valueAt(value, path)
  const place = `${toName(path)} `
  if (issue.message !== 'Invalid input')
    return [{ path, message: `${place}${issue.message}, not ${toValueText(found)}` }]
  const meant = issue.errors.find(errors => !errors.some(error => isOtherKind(error, found)))
  if (meant !== undefined)
    return toProblems(
      meant.map(error => ({ ...error, path: [...path, ...error.path] })),
      value,
    )
  const kinds = issue.errors.flatMap(errors => errors.flatMap(toKind).slice(0, 1))
  return [{ path, message: `${place}must be ${toAlternatives(kinds)}, not ${toValueText(found)}` }]
}

/** Whether it is about the kind of the value itself, not about a part or the amount of it. */
function isOtherKind(issue: Issue, found: unknown): boolean {
  if (issue.path.length > 0) return false
  if (issue.code === 'invalid_value') return typeof found !== 'string'
  return issue.code === 'invalid_type' && !(issue.expected === 'int' && typeof found === 'number')
}

function toAlternatives(kinds: readonly string[]): string {
  return kinds.length < 2 ? kinds.join('') : `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`
}

function toKind(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(value => `\`${String(value)}\``)
  return issue.code === 'invalid_type' ? [toTypeName(issue.expected)] : []
}

function toKeyMessage(issue: Extract<Issue, { code: 'invalid_key' }>, path: PlanPath): string {
  const patterns = issue.issues.map(each => (each.code === 'invalid_format' ? each.pattern : undefined))
  const place = toPlanPlace(path.slice(0, -1))
  if (patterns.includes(String(variablePattern)))
    return `\`${path.at(-1)}\` cannot be the name of a variable ${place}: use letters, digits and "_", not beginning with a digit`
  return patterns.includes(String(idPattern))
    ? `\`${path.at(-1)}\` cannot be a name ${place}: ${idRule}`
    : `a name ${place} must not be empty`
}

/** What an id must look like, for messages. */
export const idRule = `use 1 to 40 characters (a–z, 0–9, "-"), not beginning with "-" (${idPattern.source})`

function toUnknownKeyMessage(key: string, path: PlanPath): string {
  const keys = toKnownKeys(path)
  const suggestion = didYouMean(key, keys)
  const known = suggestion === '' ? `; known keys: ${keys.join(', ')}` : suggestion
  return `unknown key \`${key}\` ${toPlanPlace(path)}${known}`
}

function toValueMessage(issue: Issue, path: PlanPath, found: unknown): string {
  const name = toName(path)
  switch (issue.code) {
    case 'invalid_type':
      return found === undefined
        ? `${name} is missing ${toPlanPlace(path.slice(0, -1))}`
        : `${name} must be ${toTypeName(issue.expected)}, not ${toValueText(found)}${toCorrection(issue.expected, found)}`
    case 'invalid_value':
      return toChoiceMessage(name, issue.values.map(String), found)
    case 'invalid_format':
      return issue.format === 'regex' && issue.pattern === String(idPattern)
        ? `\`${String(found)}\` cannot be an id: ${idRule}`
        : `${name} is malformed: ${toValueText(found)}`
    case 'too_small':
      return toTooSmallMessage(name, issue)
    case 'too_big':
      return `${name} must be at most ${issue.maximum}${toUnit(issue.origin)}`
    default:
      return `${name}: ${issue.message}`
  }
}

/** What to write instead, if that is clear. */
function toCorrection(expected: string, found: unknown): string {
  if (expected === 'string' && ['number', 'boolean'].includes(typeof found))
    return `: write "${found}", in quotes`
  if (expected === 'string' && Array.isArray(found) && found.every(item => typeof item === 'string'))
    return `: write ${toValueText(found.join(' '))}`
  return expected === 'array' && typeof found === 'string' ? `: write [${JSON.stringify(found)}]` : ''
}

function toChoiceMessage(name: string, choices: readonly string[], found: unknown): string {
  const suggestion = typeof found === 'string' ? didYouMean(found, choices) : ''
  return `${name} must be one of ${choices.join(', ')}, not ${toValueText(found)}${suggestion}`
}

function toTooSmallMessage(name: string, issue: Extract<Issue, { code: 'too_small' }>): string {
  if (issue.origin === 'string' || issue.origin === 'array') return `${name} must not be empty`
  return `${name} must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`
}

function toUnit(origin: string): string {
  return origin === 'string' ? ' characters' : ''
}

function toTypeName(expected: string): string {
  const names: Record<string, string> = {
    array: 'a list',
    object: 'a map of keys and values',
    record: 'a map of keys and values',
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
  }
  return names[expected] ?? expected
}

function toValueText(value: unknown): string {
  if (value === null) return 'nothing'
  if (typeof value === 'number' && !Number.isFinite(value)) return Number.isNaN(value) ? '.nan' : 'infinity'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

function toName(path: PlanPath): string {
  const last = path.at(-1)
  if (last === undefined) return 'the plan'
  return typeof last === 'number' ? `item ${last + 1} of ${toName(path.slice(0, -1))}` : `\`${last}\``
}

/** "in task `api`", "in `budget` of task `api`", "in `integration`", "in the plan". */
function toPlanPlace(path: PlanPath): string {
  const [first, second] = path
  if (first === undefined) return 'in the plan'
  if (second !== undefined && (first === 'tasks' || first === 'agents'))
    return toInnerPlace(path.slice(2), `${first === 'tasks' ? 'task' : 'agent'} \`${second}\``)
  return `in \`${path.join('.')}\``
}

/** "in `budget` of task `api`". */
function toInnerPlace(inner: PlanPath, owner: string): string {
  return inner.length === 0 ? `in ${owner}` : `in \`${inner.join('.')}\` of ${owner}`
}

function valueAt(value: unknown, path: PlanPath): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[step] : undefined,
    value,
  )
}
