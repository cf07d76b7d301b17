import { tryKeyFormat } from '../formats/key-formats.ts'
import { type SyntaxNode, tryParse } from '../syntax/parsers.ts'
import { namedChildren } from '../syntax/rules.ts'

/** Whether a text is valid for its file name; undefined if the format is unknown. */
export async function tryCheckSyntax(path: string, text: string): Promise<boolean | undefined> {
  const { parses } = (await tryKeyFormat(path)) ?? {}
  return parses === undefined ? isCode(path, text) : parses(text)
}

async function isCode(path: string, text: string): Promise<boolean | undefined> {
  const tree = await tryParse(path, text)
  if (tree === undefined) return undefined
  const isClean = !tree.root.hasError && (tree.rules.grammar !== 'python' || areEvenlyIndented(tree.root))
  tree.free()
  return isClean
}

/** Whether the statements of each block begin in one column: the grammar of Python accepts them elsewhere, Python does not. */
function areEvenlyIndented(root: SyntaxNode): boolean {
  return [root, ...root.descendantsOfType('block')].every(block => {
    const statements = namedChildren(block ?? root).filter(({ type }) => type !== 'comment')
    const first = statements[0]?.startPosition
    return statements.every(({ startPosition, previousSibling }) => {
      const isOnNewLine = previousSibling?.endPosition.row !== startPosition.row
      return !isOnNewLine || startPosition.column === first?.column
    })
  })
}
