import { tryParse } from '../syntax/parsers.ts'
import { listSignatures } from '../syntax/signatures.ts'
import type { MergedText } from './merged-text.ts'

/**
 * Declarations of one container that the sides added under almost the same name, such as `filename` and `filenames`: they may be two
 * attempts at one thing.
 */
export async function findAlikeNames({ path, base, ours, theirs }: MergedText): Promise<string[]> {
  const [before, left, right] = [
    await readNames(path, base),
    await readNames(path, ours),
    await readNames(path, theirs),
  ]
  return [...left].flatMap(([signature, name]) => {
    if (before.has(signature) || right.has(signature)) return []
    const isTwin = ([other, otherName]: readonly [string, string]) =>
      otherName === name && other !== signature && !before.has(other) && !left.has(other)
    const twin = [...right].find(isTwin)
    return twin === undefined ? [] : [`${toLast(signature)}\` and \`${toLast(twin[0])}`]
  })
}

/** The names in a text by their signatures, ignoring case, plural and separators. */
async function readNames(path: string, text: string): Promise<Map<string, string>> {
  const tree = await tryParse(path, text)
  if (tree === undefined) return new Map()
  try {
    const named = listSignatures(tree).filter(signature => declaration.test(signature))
    return new Map(named.map(signature => [signature, toPlainName(signature)]))
  } finally {
    tree.free()
  }
}

const declaration = /(^| > )(?:value|member|field|type) [\w$ ]+$/

function toPlainName(signature: string): string {
  return signature.replace(/[_-]/g, '').toLowerCase().replace(/s$/, '')
}

function toLast(signature: string): string {
  return /(\S+)$/.exec(signature)?.[1] ?? signature
}
