import type { SyntaxNode, SyntaxTree } from '../syntax/parsers.ts'
import { namedChildren } from '../syntax/rules.ts'
import { countItems } from '../text/count-items.ts'
import { type Hunk, toHunks } from '../text/lines.ts'
import { mapThree, type Three } from '../text/three-way.ts'
import { isSameToken, type Token } from './tokens.ts'

/** The replacement of each word that a side removed at a place; undefined if it is not exactly one word. */
type Replacements = ReadonlyMap<string, readonly (string | undefined)[]>

/** A name that one side replaced at a place, while the other uses it more often there. */
export interface StaleName {
  readonly name: string
  /** The side that replaced it. */
  readonly by: 'ours' | 'theirs'
  /** The new name, if that side replaced it consistently at this place. */
  readonly newName: string | undefined
}

/** Finds names in one side's additions at a place that may no longer exist. */
export function findStaleNames(
  [base, ours, theirs]: Three<readonly Token[]>,
  isName: (word: string) => boolean,
): readonly StaleName[] {
  const [before, left, right] = mapThree([base, ours, theirs], tokens =>
    countItems(tokens.map(({ text }) => text)),
  )
  const names = [...before.keys()].filter(isName)
  const shrinks = (name: string, side: ReadonlyMap<string, number>) =>
    (side.get(name) ?? 0) < (before.get(name) ?? 0)
  const grows = (name: string, side: ReadonlyMap<string, number>) =>
    (side.get(name) ?? 0) > (before.get(name) ?? 0)
  const byOurs = names.filter(name => shrinks(name, left) && grows(name, right))
  const byTheirs = names.filter(name => shrinks(name, right) && grows(name, left))
  return [
    ...toStale(byOurs, { by: 'ours', base, side: ours }),
    ...toStale(byTheirs, { by: 'theirs', base, side: theirs }),
  ]
}

function toStale(
  names: readonly string[],
  {
    by,
    base,
    side,
  }: { readonly by: StaleName['by']; readonly base: readonly Token[]; readonly side: readonly Token[] },
): StaleName[] {
  if (names.length === 0) return []
  const replacements = toReplacements(base, side)
  const words = new Set(side.map(({ text }) => text))
  return names.flatMap(name => {
    const others = replacements.get(name) ?? []
    if (words.has(name) && others.every(other => other === undefined)) return []
    const [newName, ...more] = new Set(others)
    return { name, by, newName: more.length === 0 ? newName : undefined }
  })
}

function toReplacements(base: readonly Token[], side: readonly Token[]): Replacements {
  const replacements = new Map<string, (string | undefined)[]>()
  for (const hunk of toHunks(base, side, isSameToken)) {
    const other = tryReplacement(hunk, side)
    for (const { text } of base.slice(hunk.baseStart, hunk.baseEnd))
      replacements.set(text, [...(replacements.get(text) ?? []), other])
  }
  return replacements
}

function tryReplacement(
  { baseStart, baseEnd, start, end }: Hunk,
  side: readonly Token[],
): string | undefined {
  return baseEnd - baseStart === 1 && end - start === 1 ? side[start]?.text : undefined
}

/** Whether a word is a variable, a function or a type somewhere in the code, and not an import. */
export function toNameTest({ root, rules }: SyntaxTree): (word: string) => boolean {
  const list = (node: SyntaxNode) =>
    node.descendantsOfType(['identifier', 'type_identifier']).flatMap(name => name?.text ?? [])
  const isImport = (member: SyntaxNode) => rules.imports?.isImport(member) ?? false
  const imported = new Set(namedChildren(root).filter(isImport).flatMap(list))
  const known = new Set(list(root))
  return word => known.has(word) && !imported.has(word)
}

/** Whether a name no longer exists in the function around a place. */
export function isGone(name: string, root: SyntaxNode, offset: number): boolean {
  let node = root.descendantForIndex(offset) ?? root
  while (node.parent !== null && !/function|method|lambda|closure/.test(node.type)) node = node.parent
  return !node.descendantsOfType('identifier').some(other => other?.text === name)
}
