// Adds the packages for other platforms to a package-lock.json that was written where the registry did not offer them:
// without them, `npm ci` takes the lock for outdated. Usage: node scripts/complete-lock.mjs [folder]
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const path = join(process.argv[2] ?? '.', 'package-lock.json')
const lock = JSON.parse(readFileSync(path, 'utf8'))
const added = []

for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const target = `node_modules/${name}`
    const platform = toPlatform(name)
    if (target in lock.packages || `${place}/${target}` in lock.packages || platform === undefined) continue
    const resolved = version.startsWith('npm:') ? { name: version.slice(4, version.lastIndexOf('@')) } : {}
    lock.packages[target] = {
      ...resolved,
      version: version.slice(version.lastIndexOf('@') + 1),
      ...platform,
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
    }
    added.push(name)
  }
}

const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)
console.log(added.length === 0 ? 'nothing was missing' : `added ${added.join(', ')}`)

/** Operating system, processor and C library that a package is for, by its name; undefined when the name does not say. */
function toPlatform(name) {
  const match =
    /(android|darwin|openharmony|freebsd|linux|openbsd|netbsd|sunos|win32|windows|wasm32)-?([a-z0-9_]*)-?([a-z]*)/.exec(
      name,
    )
  if (match === null) return undefined
  const [, named, processor, rest] = match
  const os = named === 'windows' ? 'win32' : named
  if (os === 'wasm32') return { cpu: ['wasm32'] }
  const cpu = processor.startsWith('arm') && processor !== 'arm64' ? 'arm' : processor
  const libc = rest.includes('musl')
    ? ['musl']
    : rest.includes('gnu') && os === 'linux'
      ? ['glibc']
      : undefined
  return { cpu: [cpu], os: [os], ...(libc === undefined ? {} : { libc }) }
}
