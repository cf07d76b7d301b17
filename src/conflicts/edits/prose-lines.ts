import { areSeparateEntries, type LineList } from '../items/line-lists.ts'
import { toComparableText } from '../members/member.ts'
import type { TokenChunk } from './merge-tokens.ts'
import type { Token } from './tokens.ts'

/**
 * Keeps lines that both sides added to a text or comment: bullets, descriptions of parameters, rows of a table, links, or whole
 * paragraphs. Undefined if a line may continue a sentence.
 */
export function tryKeepLines(ours: readonly Token[], theirs: readonly Token[]): readonly Token[] | undefined {
  const [left, right] = [toAddedLines(ours), toAddedLines(theirs)]
  if (left === undefined || right === undefined) return undefined
  const known = new Set(left.map(toIdentity))
  if (right.some(line => known.has(toIdentity(line)))) return undefined
  const areEntries = isEntry(left[0]) && isEntry(right[0])
  return areEntries || (isParagraph(ours) && isParagraph(theirs)) ? [...ours, ...theirs] : undefined
}

/** The same for a text without a grammar, in which paragraphs depend on their surroundings. */
export function tryKeepEntries({ base, ours, theirs }: TokenChunk): readonly Token[] | undefined {
  if (base.length > 0) return undefined
  return [ours, theirs].every(side => isEntry(toAddedLines(side)?.[0]))
    ? tryKeepLines(ours, theirs)
    : undefined
}

/** Entries of a list of lines, each with the indentation of the first. */
export function tryKeepListed(
  list: LineList,
  { base, ours, theirs }: TokenChunk,
): readonly Token[] | undefined {
  const [left, right] = [toAddedLines(ours), toAddedLines(theirs)]
  if (base.length > 0 || left === undefined || right === undefined) return undefined
  const spaces = [...ours, ...theirs].flatMap(({ space }) => (space.includes('\n') ? [space] : []))
  const isEven = new Set(spaces.map(space => space.replace(/^\s*\n/, ''))).size === 1
  return isEven && areSeparateEntries(list, left, right) ? [...ours, ...theirs] : undefined
}

/** The lines of an addition that begins on a new line. */
function toAddedLines(added: readonly Token[]): string[] | undefined {
  if (!added[0]?.space.includes('\n')) return undefined
  const text = added.map(({ space, text: word }) => space + word).join('')
  return text.split('\n').flatMap(line => (line.trim() === '' ? [] : [line.trim()]))
}

const entry =
  /^(\/\/+|\*|#|--|;)?\s*([-*+•|] ?\S|\d+[.)] |:\w+|@\w+|\.\. |\[[^\]]+\]:|\w+\s*(\([^)]*\))?\s*(:|--|—) )/

function isEntry(line = ''): boolean {
  return entry.test(line)
}

function isParagraph([first]: readonly Token[]): boolean {
  return /\n\s*\n/.test(first?.space ?? '')
}

/** The subject of an entry: its name, if it has one. */
function toIdentity(line: string): string {
  const name = /^[^\p{L}]*(?:param|arg|:param|@param)?\s*(?:\{[^}]*\}\s*)?([\p{L}\p{N}_-]+)/u.exec(line)?.[1]
  return isEntry(line) && /^(\*\s*)?[:@]/.test(line) ? `name ${name}` : toComparableText(line)
}
