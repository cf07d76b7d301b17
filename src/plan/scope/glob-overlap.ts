import braces from 'braces'
import { splitGlobs, toMatcher, toReadings } from './globs.ts'

/** A scope, prepared for many comparisons. */
export interface ScopePattern {
  readonly globs: readonly Glob[]
  readonly excluded: readonly string[]
}

interface Glob {
  readonly text: string
  /** Names of folders and of the file; only `?`, `*` and `**` are special. */
  readonly segments: readonly string[]
}

const maxAlternatives = 200

export function toScopePattern(globs: readonly string[]): ScopePattern {
  const { included, excluded } = splitGlobs(globs)
  return {
    globs: included.flatMap(expandBraces).flatMap(toGlobs),
    excluded,
  }
}

function toGlobs(text: string): Glob[] {
  return toReadings(text).map(reading => ({ text, segments: reading.split('/').map(toWildcards) }))
}

/**
 * A glob or path in both scopes; undefined if no path can be in both. Errs on the side of an overlap: character classes count as any
 * character, extended globs as any text.
 */
export function tryOverlap(a: ScopePattern, b: ScopePattern): string | undefined {
  for (const left of a.globs) {
    for (const right of b.globs) {
      if (!sequencesMeet(left.segments, right.segments, '**', namesMeet)) continue
      const common = toNarrower(left, right)
      if (!isCovered(common, a.excluded) && !isCovered(common, b.excluded)) return common
    }
  }
  return undefined
}

/** All alternatives of a glob, or one wider glob if there are too many. */
function expandBraces(glob: string): string[] {
  if (!glob.includes('{')) return [glob]
  if (countAlternatives(glob) > maxAlternatives) return [glob.replace(/\{.*\}/s, '*')]
  return braces(glob, { expand: true, rangeLimit: maxAlternatives })
}

/** An upper bound: assumes that each brace holds all commas, times the lengths of the ranges. */
function countAlternatives(glob: string): number {
  const openings = glob.split('{').length - 1
  const commas = glob.split(',').length - 1
  const ranges = [...glob.matchAll(/\{([^{},]+?)\.\.([^{},]+?)(?:\.\.|\})/g)]
  return ranges.reduce(
    (count, [, from, to]) => count * (Math.abs(toNumber(to) - toNumber(from)) + 1),
    (commas + 1) ** openings,
  )
}

function toNumber(text = ''): number {
  return Number.isNaN(Number(text)) ? (text.codePointAt(0) ?? 0) : Number(text)
}

function toWildcards(segment: string): string {
  if (segment === '**') return segment
  return segment
    .replace(/\\[()[\]]|[{}]/g, bracket => literal[bracket.slice(-1)] as string)
    .replace(/\\./g, '?')
    .replace(/[@?*+!]\(.*\)/g, '*')
    .replace(/\[[^\]]*\](?![?*+\uE004])/g, '?')
    .replace(/[[\]()|].*/g, '*')
    .replace(/\*+/g, '*')
}

/** Characters that no name contains, for brackets that are part of one. Braces with alternatives are expanded before. */
const literal: Readonly<Record<string, string>> = {
  '(': '\uE000',
  ')': '\uE001',
  '[': '\uE002',
  ']': '\uE003',
  '{': '\uE004',
  '}': '\uE005',
}

/** The glob with the longer literal prefix. */
function toNarrower(left: Glob, right: Glob): string {
  return toLiteralLength(left.text) >= toLiteralLength(right.text) ? left.text : right.text
}

function toLiteralLength(glob: string): number {
  const wildcard = glob.search(/[*?[{(!]/)
  return wildcard === -1 ? Number.POSITIVE_INFINITY : wildcard
}

/** Whether every path of a glob also matches others: tested on made-up paths whose names only wildcards match. */
export function isCovered(glob: string, by: readonly string[]): boolean {
  if (by.length === 0) return false
  const isIn = toMatcher(by)
  const depths = ['', 'q0q/', 'q0q/q1q/q2q/']
  return depths.every(folders => isIn(toSamplePath(glob, folders)))
}

function toSamplePath(glob: string, folders: string): string {
  return glob
    .replace(/\*\*\//g, folders)
    .replace(/\*\*$/, `${folders}q3q`)
    .replace(/[*?]+/g, 'q4q')
}

function namesMeet(a: string, b: string): boolean {
  return a === b || sequencesMeet([...a], [...b], '*', (x, y) => x === y || x === '?' || y === '?')
}

/**
 * Whether two sequences, in which `many` stands for any number of items, can match the same items. Time: the product of their
 * lengths.
 */
function sequencesMeet(
  a: readonly string[],
  b: readonly string[],
  many: string,
  itemsMeet: (x: string, y: string) => boolean,
): boolean {
  let below: boolean[] = []
  for (let i = a.length; i >= 0; i--) {
    const row: boolean[] = []
    for (let j = b.length; j >= 0; j--) row[j] = meetsFrom(i, j, row)
    below = row
  }
  return below[0] === true

  function meetsFrom(i: number, j: number, row: readonly boolean[]): boolean {
    const x = a[i]
    const y = b[j]
    if (x === undefined && y === undefined) return true
    if (x === many || y === many) return below[j] === true || row[j + 1] === true
    return x !== undefined && y !== undefined && below[j + 1] === true && itemsMeet(x, y)
  }
}
