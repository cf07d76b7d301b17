import type { Change } from '../../model/change.ts'
import { linkMode, submoduleMode } from '../../model/file-modes.ts'
import type { KeepingContext } from '../../run/run-context.ts'
import type { GatedChange } from './gate.ts'

/** No file system allows a longer one. */
const longestLink = 4096

/** Adds the facts about new contents that gates need. */
export function withContents(
  { repository }: Pick<KeepingContext, 'repository'>,
  changes: readonly Change[],
): Promise<GatedChange[]> {
  return Promise.all(
    changes.map(async change => {
      const hasContent = change.newMode.startsWith('1') && change.newMode !== submoduleMode
      const info = hasContent ? await repository.objects.readInfo(change.newId) : undefined
      const isLink = change.newMode === linkMode && (info?.size ?? 0) <= longestLink
      const link = isLink ? await repository.objects.read(change.newId) : undefined
      return { ...change, size: info?.size ?? 0, linkTarget: link?.content.toString('utf8') }
    }),
  )
}
