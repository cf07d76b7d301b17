import { tryKeyFormat } from '../formats/key-formats.ts'
import { tryParse } from '../syntax/parsers.ts'

/** Whether a text is valid for its file name; undefined if the format is unknown. */
export async function tryCheckSyntax(path: string, text: string): Promise<boolean | undefined> {
  const { parses } = (await tryKeyFormat(path)) ?? {}
  return parses === undefined ? isCode(path, text) : parses(text)
}

async function isCode(path: string, text: string): Promise<boolean | undefined> {
  const tree = await tryParse(path, text)
  if (tree === undefined) return undefined
  const isClean = !tree.root.hasError
  tree.free()
  return isClean
}
