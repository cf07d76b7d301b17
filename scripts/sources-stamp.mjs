// One hash of everything that the bundles are built from.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The file in dist/ that holds the stamp of the sources that it was built from. */
export const stampFile = `${root}dist/sources.txt`

/** Of the TypeScript below src/, and the versions of all packages. */
export function toSourcesStamp() {
  const sources = readdirSync(`${root}src`, { recursive: true })
    .filter(path => path.endsWith('.ts'))
    .map(path => `src/${path.replaceAll('\\', '/')}`)
    .sort()
  const hash = createHash('sha256')
  for (const path of [...sources, 'package-lock.json']) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(root + path))
      .update('\0')
  }
  return hash.digest('hex')
}
