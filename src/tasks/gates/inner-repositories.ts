import type { Change } from '../../model/change.ts'
import { deletedMode } from '../../model/file-modes.ts'
import { toFoldedName } from '../../model/names/folded-name.ts'

const settings = /^(.+)\/(config|config\.worktree|commondir)$/
const parts = /^(.+)\/(head$|(objects|refs)\/)/

/**
 * The settings of a git repository among files: git takes a folder with `HEAD`, `objects` and `refs` for a repository, and runs the
 * programs that its settings name for whoever works in it. Undefined: there are none.
 */
export function tryInnerSettings(changes: readonly Change[]): string | undefined {
  const paths = changes.filter(({ newMode }) => newMode !== deletedMode).map(({ path }) => path)
  const folders = new Set(paths.map(path => parts.exec(toFoldedName(path))?.[1]))
  folders.delete(undefined)
  if (folders.size === 0) return undefined
  return paths.find(path => folders.has(settings.exec(toFoldedName(path))?.[1]))
}
