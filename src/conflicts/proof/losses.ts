import { countItems } from '../text/count-items.ts'
import type { Override, TextConflict } from '../text/text-conflict.ts'
import { toRegions } from '../text/three-way.ts'
import { toWords } from '../text/words.ts'
import { findMisplaced } from './anchors.ts'
import { type Expected, Tally, toExcess } from './tally.ts'

/** What a merged text lacks, and what should be gone. Lines without their indentation. */
export interface Losses {
  /** Missing lines that a side added or that no side removed. */
  readonly missing: readonly string[]
  /** Lines that a side removed and that are still present. */
  readonly remaining: readonly string[]
}

export interface LossOptions {
  readonly overrides: readonly Override[]
  /** Brackets and quotes do not count, because the syntax is checked separately. */
  readonly ignoresBrackets: boolean
  /** Whether a line that both sides added in different places may appear once: keys and imports are sets. */
  readonly isUnique: (line: string) => boolean
}

/**
 * Finds content that a merge dropped. First by lines, without indentation and trailing commas; if lines differ because both sides
 * changed one, the words of the changed places must still be there.
 */
export function findLosses(conflict: TextConflict, text: string, options: LossOptions): Losses {
  const isCounted = (line: string) => line !== '' && !(options.ignoresBrackets && isBrackets(line))
  const toCounted = (version: string) => toPlainLines(version).filter(isCounted)
  const [base, ours, theirs] = [conflict.base ?? '', conflict.ours, conflict.theirs].map(
    toCounted,
  ) as Versions
  const comparison = new Comparison({ base, ours, theirs, result: toCounted(text) }, options)
  return comparison.findLosses()
}

/** With more wrong lines than this, no explanation is sought. */
const maxExplained = 200

type Versions = [string[], string[], string[]]

interface Sides {
  readonly base: readonly string[]
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
  readonly result: readonly string[]
}

class Comparison {
  private readonly sides: Sides
  private readonly options: LossOptions
  private readonly lines: Tally
  private readonly words: Tally
  private readonly lineCounts: ReadonlyMap<string, number>
  private readonly wordCounts: ReadonlyMap<string, number>
  private readonly dropped: ReadonlyMap<string, number>
  private readonly kept: ReadonlyMap<string, number>

  constructor(sides: Sides, options: LossOptions) {
    const { base, ours, theirs, result } = sides
    this.sides = sides
    this.options = options
    this.lines = new Tally(base)
    this.words = new Tally(this.toCountedWords(base))
    for (const region of toRegions(base, ours, theirs)) {
      this.lines.add(region)
      this.words.add({
        base: this.toCountedWords(region.base),
        ours: this.toCountedWords(region.ours),
        theirs: this.toCountedWords(region.theirs),
      })
    }
    this.lineCounts = countItems(result)
    this.wordCounts = countItems(this.toCountedWords(result))
    this.dropped = countItems(options.overrides.flatMap(override => override.dropped))
    this.kept = countItems(options.overrides.flatMap(override => override.kept))
  }

  findLosses(): Losses {
    const tooFew: string[] = []
    const tooMany: string[] = []
    for (const [line, expected] of this.lines.entries()) {
      const excess = toExcess(this.lineCounts.get(line) ?? 0, expected)
      if (excess < 0 && this.isOnceEnough(line, expected)) this.allowFewer(line, -excess)
      else if (excess < 0) tooFew.push(line)
      if (excess > 0) tooMany.push(line)
    }
    const misplaced = this.findMisplaced()
    if (tooFew.length + tooMany.length === 0) return { missing: misplaced, remaining: [] }
    return this.explain(tooFew, tooMany, misplaced)
  }

  private isOnceEnough(line: string, { baseCount, addedByOurs, addedByTheirs }: Expected): boolean {
    const count = this.lineCounts.get(line) ?? 0
    return this.options.isUnique(line) && baseCount === 0 && count >= Math.max(addedByOurs, addedByTheirs)
  }

  private allowFewer(line: string, times: number): void {
    for (const word of this.toCountedWords([line])) this.words.at(word).low -= times
  }

  /** Lines that both sides added and that appear less often than both together: each side must find its own. */
  private findMisplaced(): string[] {
    const shared = new Set<string>()
    for (const [line, { high, addedByOurs, addedByTheirs }] of this.lines.entries()) {
      const isShared = addedByOurs > 0 && addedByTheirs > 0 && (this.lineCounts.get(line) ?? 0) < high
      if (isShared && !this.options.isUnique(line)) shared.add(line)
    }
    if (shared.size === 0) return []
    const { ours, theirs, result } = this.sides
    return [
      ...findMisplaced(shared, { side: ours, result }),
      ...findMisplaced(shared, { side: theirs, result }),
    ]
  }

  /** Which wrong lines come from a line that both sides changed, so that all words are present? */
  private explain(
    tooFew: readonly string[],
    tooMany: readonly string[],
    misplaced: readonly string[],
  ): Losses {
    const found = this.toNewWords()
    const isJoined = (line: string) =>
      tooFew.length <= maxExplained && this.options.isUnique(line) && this.isExplained(line, found)
    for (const line of tooFew.filter(isJoined)) this.allowFewer(line, 1)
    const lacking = new Set<string>()
    const surplus = new Set<string>()
    for (const [word, expected] of this.words.entries()) {
      const excess = toExcess(this.wordCounts.get(word) ?? 0, expected)
      if (excess < -(this.dropped.get(word) ?? 0)) lacking.add(word)
      if (excess > (this.kept.get(word) ?? 0)) surplus.add(word)
    }
    const missing = tooFew.filter(
      line => tooFew.length > maxExplained || this.hasWord(line, lacking) || !this.isExplained(line, found),
    )
    const remaining = tooMany.filter(line => this.hasWord(line, surplus))
    return { missing: [...misplaced, ...missing], remaining }
  }

  /** Words in the result's lines that the base lacks. */
  private toNewWords(): Set<string> {
    const { base, result } = this.sides
    const known = new Set(base)
    return new Set(this.toCountedWords(result.filter(line => !known.has(line))))
  }

  private isExplained(line: string, found: ReadonlySet<string>): boolean {
    const words = this.toCountedWords([line])
    const needed = words.filter(word => !this.dropped.has(word) && !this.words.at(word).isRemoved)
    if (needed.every(word => found.has(word))) return true
    return needed.length < words.length && this.sides.result.some(other => this.hasAllWords(other, needed))
  }

  private hasAllWords(line: string, needed: readonly string[]): boolean {
    const words = new Set(this.toCountedWords([line]))
    return needed.every(word => words.has(word))
  }

  private hasWord(line: string, words: ReadonlySet<string>): boolean {
    return this.toCountedWords([line]).some(word => words.has(word))
  }

  private toCountedWords(lines: readonly string[]): string[] {
    const words = lines.flatMap(toWords)
    return this.options.ignoresBrackets ? words.filter(word => !isBrackets(word)) : words
  }
}

function isBrackets(text: string): boolean {
  return /^[\s()[\]{}<>;'"`]*$/.test(text)
}

function toPlainLines(text: string): string[] {
  return text.split('\n').map(line =>
    line
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^, ?|,$/g, ''),
  )
}
