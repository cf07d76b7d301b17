import { toFoldedName } from '../../model/names/folded-name.ts'
import { toPathText } from '../objects/path-text.ts'

/**
 * Pairs of a new name in a folder and another name there that some file systems treat as equal.
 *
 * @param names As bytes: one character is one byte, so that no two names become one.
 */
export function findCollisions(
  names: readonly string[],
  isNew: (name: string) => boolean,
): (readonly [string, string])[] {
  const added = names.filter(isNew)
  if (added.length === 0) return []
  const byFold = new Map<string, string[]>()
  for (const name of names) {
    const same = byFold.get(toFold(name))
    if (same === undefined) byFold.set(toFold(name), [name])
    else same.push(name)
  }
  return added.flatMap(name => {
    const other = byFold.get(toFold(name))?.find(same => same !== name)
    return other === undefined ? [] : [[name, other] as const]
  })
}

function toFold(name: string): string {
  return toFoldedName(toPathText(name))
}
