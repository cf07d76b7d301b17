import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readPlainText } from '../../files/plain-file.ts'

const installScripts = ['preinstall', 'install', 'postinstall']

/** Widespread packages whose install scripts only print something. */
const printing = new Set(['core-js', 'core-js-bundle', 'core-js-pure', 'es5-ext'])

/**
 * Paths below `node_modules` that tools change in place, so that checkouts must not share them: caches and state files (names with a
 * leading dot), and packages that build something on installation.
 */
export function listUnsafe(folder: string, inner = ''): string[] {
  const unsafe: string[] = []
  for (const name of tryList(join(folder, inner))) {
    const path = inner === '' ? name : `${inner}/${name}`
    if (name === '.bin') continue
    if (name.startsWith('.')) unsafe.push(path)
    else if (name.startsWith('@')) unsafe.push(...listUnsafe(folder, path))
    else if (!printing.has(toPackageName(path)) && buildsItself(join(folder, path))) unsafe.push(path)
    else unsafe.push(...listUnsafe(folder, `${path}/node_modules`))
  }
  return unsafe
}

function toPackageName(path: string): string {
  return path.replace(/^.*node_modules\//, '')
}

function buildsItself(folder: string): boolean {
  if (existsSync(join(folder, 'binding.gyp'))) return true
  const text = readPlainText(join(folder, 'package.json'))
  if (!text.includes('install"')) return false
  try {
    const { scripts = {} } = JSON.parse(text) as { scripts?: object }
    return installScripts.some(name => name in scripts)
  } catch {
    return true // its effects are unknown
  }
}

function tryList(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // a file, or a package without dependencies
  }
}
