import type { LineList } from '../items/line-lists.ts'
import type { SyntaxTree } from '../syntax/parsers.ts'
import { countItems } from '../text/count-items.ts'
import type { Override } from '../text/text-conflict.ts'
import type { Three } from '../text/three-way.ts'
import { tryContaining } from './contained.ts'
import { tryKeepBoth } from './keep-both.ts'
import { type TokenChunk, tryMergeTokens } from './merge-tokens.ts'
import { tryKeepEntries, tryKeepListed } from './prose-lines.ts'
import { findStaleNames, isGone, toNameTest } from './renames.ts'
import { type Token, toTokens } from './tokens.ts'
import { toLineUnits, toSyntaxUnits } from './units.ts'
import { tryHigherRelease, tryHigherVersion } from './version-words.ts'

/** One place that both sides changed, as whole lines, and its start in each version. */
export interface ChangedPlace {
  readonly texts: Three<string>
  readonly offsets: Three<number>
  /** Undefined without a grammar. */
  readonly trees: Three<SyntaxTree> | undefined
  readonly isIndentationSyntax: boolean
  /** Whether it is prose, in which list entries may be added. */
  readonly isProse: boolean
  /** The list of lines that both sides only add to. */
  readonly list: LineList | undefined
}

export interface SolvedPlace {
  readonly text: string
  readonly overrides: readonly Override[]
}

/** Merges one place; undefined if the sides disagree about a statement or item. */
export function trySolvePlace(place: ChangedPlace): SolvedPlace | undefined {
  return tryHigherRelease(place.texts) ?? tryMergeWords(place)
}

function tryMergeWords(place: ChangedPlace): SolvedPlace | undefined {
  const [base, left, right] = place.texts.map((text, version) =>
    toTokens(`\n${text}`, (place.offsets[version] as number) - 1),
  ) as unknown as Three<readonly Token[]>
  if ([base, left, right].some(({ length }) => length > maxWords)) return undefined
  const renamed = tryCarryRenames([base, left, right], place)
  if (renamed === undefined) return undefined
  const { tokens } = renamed
  const overrides = [...renamed.overrides]
  let keepsBoth = false
  const trySolve = (chunk: TokenChunk): readonly Token[] | undefined => {
    const version = tryHigherVersion(chunk, base)
    if (version !== undefined) overrides.push(version.override)
    const solved = version?.tokens ?? tryContaining(chunk)
    if (solved !== undefined) return solved
    keepsBoth = true
    if (place.list !== undefined) return tryKeepListed(place.list, chunk)
    if (place.trees === undefined) return place.isProse ? tryKeepEntries(chunk) : undefined
    return tryKeepBoth(chunk, { ours: place.trees[1], theirs: place.trees[2] })
  }
  const text = tryMergeTokens(tokens, {
    unitsOf: place.trees === undefined ? toLineUnits(tokens) : toSyntaxUnits(place.trees, tokens),
    isIndentationSyntax: place.isIndentationSyntax,
    trySolve,
  })?.slice(1)
  if (text === undefined || (!keepsBoth && isDoubled(text, place.texts))) return undefined
  return { text, overrides }
}

/** Longer places are not compared word by word: in large replacements, words match by chance. */
const maxWords = 4000

interface Renamed {
  readonly tokens: Three<readonly Token[]>
  readonly overrides: readonly Override[]
}

/** Applies the other side's renames to one side's additions. Undefined: they use something that no longer exists. */
function tryCarryRenames(
  versions: Three<readonly Token[]>,
  { trees, offsets }: ChangedPlace,
): Renamed | undefined {
  const names = trees === undefined ? [] : findStaleNames(versions, toNameTest(trees[0]))
  const overrides: Override[] = []
  let [, ours, theirs] = versions
  for (const { name, by, newName } of names) {
    const side = by === 'ours' ? 1 : 2
    if (newName === undefined || trees === undefined || !isGone(name, trees[side].root, offsets[side]))
      return undefined
    const dropped = (by === 'ours' ? theirs : ours).flatMap(({ text }) => (text === name ? [name] : []))
    const sentence = `\`${name}\` was renamed to \`${newName}\`, also in what the other side added here`
    overrides.push({ sentence, dropped, kept: [] })
    const rename = (tokens: readonly Token[]) =>
      tokens.map(token => (token.text === name ? { ...token, text: newName } : token))
    if (by === 'ours') theirs = rename(theirs)
    else ours = rename(ours)
  }
  return { tokens: [versions[0], ours, theirs], overrides }
}

/** Whether a line that both sides added appears more often than on either side. */
function isDoubled(text: string, texts: Three<string>): boolean {
  const [result, base, ours, theirs] = [text, ...texts].map(version => countItems(toStatements(version)))
  return [...(result ?? [])].some(([line, count]) => {
    const [before = 0, left = 0, right = 0] = [base, ours, theirs].map(lines => lines?.get(line) ?? 0)
    return count > Math.max(left, right) && left > before && right > before
  })
}

function toStatements(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line.length > 8)
}
