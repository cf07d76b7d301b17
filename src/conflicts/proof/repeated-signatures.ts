import { posix } from 'node:path'
import { listJsonKeys } from '../formats/json.ts'
import { isRequirements, listRequirements } from '../formats/requirements.ts'
import { tryParse } from '../syntax/parsers.ts'
import { listSignatures } from '../syntax/signatures.ts'
import { countItems } from '../text/count-items.ts'

/**
 * The signatures (imports, functions, methods, keys) that a text repeats, and more often than each of its versions. A clean merge
 * can cause that: both sides added the same function in different places.
 */
export async function findRepeatedSignatures(
  path: string,
  text: string,
  before: readonly string[],
): Promise<string[]> {
  const counts = countItems(await readSignatures(path, text))
  const repeated = [...counts].filter(([, count]) => count > 1)
  if (repeated.length === 0) return []
  const earlier: ReadonlyMap<string, number>[] = []
  for (const version of before) earlier.push(countItems(await readSignatures(path, version)))
  return repeated
    .filter(([signature, count]) => earlier.every(known => (known.get(signature) ?? 0) < count))
    .map(([signature]) => signature)
}

async function readSignatures(path: string, text: string): Promise<string[]> {
  if (/^\.(jsonc?|ipynb)$/i.test(posix.extname(path))) return listJsonKeys(text)
  if (isRequirements(posix.basename(path))) return listRequirements(text)
  const tree = await tryParse(path, text)
  if (tree === undefined) return []
  const signatures = listSignatures(tree)
  tree.free()
  return signatures
}
