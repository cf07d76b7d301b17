import { posix } from 'node:path'
import { isJson } from '../formats/json.ts'
import { tryParse } from '../syntax/parsers.ts'

/** Whether a text is valid for its file name; undefined if the format is unknown. */
export async function tryCheckSyntax(path: string, text: string): Promise<boolean | undefined> {
  switch (posix.extname(path).toLowerCase()) {
    case '.json':
    case '.ipynb':
      return isStrictJson(text)
    case '.jsonc':
      return isJson(text)
    case '.yml':
    case '.yaml':
      return isYaml(text)
    case '.toml':
      return isToml(text)
    default:
      return isCode(path, text)
  }
}

function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    // Unparsable is the answer.
    return false
  }
}

async function isYaml(text: string): Promise<boolean> {
  const { parseAllDocuments } = await import('yaml')
  const documents = parseAllDocuments(text)
  return !Array.isArray(documents) || documents.every(document => document.errors.length === 0)
}

async function isToml(text: string): Promise<boolean> {
  const { parse } = await import('@decimalturn/toml-patch')
  try {
    parse(text)
    return true
  } catch {
    // Unparsable is the answer.
    return false
  }
}

async function isCode(path: string, text: string): Promise<boolean | undefined> {
  const tree = await tryParse(path, text)
  if (tree === undefined) return undefined
  const isClean = !tree.root.hasError
  tree.free()
  return isClean
}
