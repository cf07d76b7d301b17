import { readlinkSync, realpathSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'

const mostLinks = 40

/**
 * The place that the system would open for an absolute path: links are followed before `..`, also links to what does not exist yet.
 * Undefined: too many links.
 */
export function tryResolveLinks(path: string): string | undefined {
  try {
    return realpathSync.native(path)
  } catch {
    return tryWalk(path)
  }
}

function tryWalk(path: string): string | undefined {
  const parts = path.split('/').reverse()
  let place = '/'
  let links = 0
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const next = join(place, part)
    const found = readLink(next)
    if (found === 'missing') return join(next, ...parts.reverse())
    if (found === 'no link') place = next
    else {
      if (++links > mostLinks) return undefined
      if (isAbsolute(found.target)) place = '/'
      parts.push(...found.target.split('/').reverse())
    }
  }
  return place
}

function readLink(path: string): { readonly target: string } | 'no link' | 'missing' {
  try {
    return { target: readlinkSync(path) }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EINVAL' ? 'no link' : 'missing'
  }
}
