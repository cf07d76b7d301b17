import type { IgnoredFiles } from '../../git/worktree/ignored-files.ts'
import { listSome } from '../../model/names/list-some.ts'
import { toCount } from '../../report/text/text.ts'

/** `2 files that git ignores were not taken (1.2 kB): lib/a.js, lib/b.js`. */
export function toIgnoredText({ count, bytes, isMore, names }: IgnoredFiles): string {
  const files = `${isMore ? 'more than ' : ''}${toCount(count, 'file')}`
  const where = names.length === 0 ? '' : `: ${listSome(names)}`
  return `${files} that git ignores ${count === 1 && !isMore ? 'was' : 'were'} not kept (${toSize(bytes)})${where}`
}

function toSize(bytes: number): string {
  if (bytes < 1000) return toCount(bytes, 'byte')
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
