// Builds again, and fails when dist/, schema/ or the generated tables in docs/ and the README were not what the sources build.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

const before = fingerprints()
execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
const after = fingerprints()
const stale = [...new Set([...before.keys(), ...after.keys()])].filter(
  path => before.get(path) !== after.get(path),
)
for (const path of stale) console.error(`${path} was not what the sources build`)
if (stale.length > 0) console.error('it is now: commit it')
process.exitCode = stale.length > 0 ? 1 : 0

function fingerprints() {
  const files = ['dist', 'schema', 'docs'].flatMap(folder =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath ?? entry.path, entry.name)),
  )
  return new Map(
    [...files, 'README.md'].map(path => [path, createHash('sha256').update(readContent(path)).digest('hex')]),
  )
}

/** Versions of Node compress in different ways: what counts is what comes out. */
function readContent(path) {
  const content = readFileSync(path)
  return path.endsWith('.br') ? brotliDecompressSync(content) : content
}
