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
      const hasRefusedAttributes = hasContent && (await isRefused(repository, change, info?.size ?? 0))
      const link = isLink ? await repository.objects.read(change.newId) : undefined
      return {
        ...change,
        size: info?.size ?? 0,
        linkTarget: link?.content.toString('utf8'),
        hasRefusedAttributes,
      }
    }),
  )
}

/** git ignores longer lines and larger files, and servers that check objects refuse all commits with them. */
const longestLine = 2048
const mostAttributeBytes = 1 << 24

async function isRefused(
  { objects }: KeepingContext['repository'],
  { path, newId }: Change,
  size: number,
): Promise<boolean> {
  if (!/(^|\/)\.gitattributes$/i.test(path)) return false
  if (size > mostAttributeBytes) return true
  const content = (await objects.read(newId))?.content.toString('latin1') ?? ''
  return content.split('\n').some(line => line.length >= longestLine)
}
