import type { SyntaxNode, SyntaxTree } from '../syntax/parsers.ts'
import { namedChildren } from '../syntax/rules.ts'
import { type Equality, tryEquality } from './equalities.ts'

interface Word {
  readonly text: string
  readonly offset: number
}

/**
 * The conditions of added branches of an `if` chain; undefined for anything else, such as a final `else`. The branches may
 * begin with the bracket that closes the one before them, and leave theirs to the next one.
 */
export function tryBranches(
  { root, text }: SyntaxTree,
  words: readonly Word[],
): readonly (Equality | undefined)[] | undefined {
  const isShifted = words[0]?.text === '}'
  const conditions: (Equality | undefined)[] = []
  let word = words[isShifted ? 1 : 0]
  let end = 0
  while (word !== undefined) {
    const branch = tryBranch(root, word)
    if (branch === undefined) return undefined
    conditions.push(tryEquality(branch.condition))
    end = branch.end
    word = words.find(({ offset }) => offset >= branch.end)
  }
  const last = words.at(-1)
  if (last === undefined || end === 0) return undefined
  const rest = text.slice(last.offset + last.text.length, end)
  return rest.trim() === (isShifted ? '}' : '') ? conditions : undefined
}

/** The branch that begins with an `else`. */
function tryBranch(
  root: SyntaxNode,
  { offset, text }: Word,
): { readonly condition: SyntaxNode; readonly end: number } | undefined {
  if (!/^else(if)?$/.test(text)) return undefined
  const keyword = root.descendantForIndex(offset)
  const holder = keyword?.parent
  if (keyword == null || holder == null) return undefined
  const isClause = holder.type === 'else_if_clause'
  const condition = isClause ? holder : findInner(keyword, holder)
  const body = condition?.childForFieldName('consequence') ?? condition?.childForFieldName('body')
  if (condition === undefined || body == null || !body.text.startsWith('{')) return undefined
  return condition.childForFieldName('initializer') === null ? { condition, end: body.endIndex } : undefined
}

/** The `if` behind an `else`. */
function findInner(keyword: SyntaxNode, holder: SyntaxNode): SyntaxNode | undefined {
  const next = holder.type === 'else_clause' ? namedChildren(holder)[0] : keyword.nextNamedSibling
  return next != null && /^if_(statement|expression)$/.test(next.type) ? next : undefined
}
