import { posix } from 'node:path'
import { listAddedLines } from './merged-text.ts'

/** A file on one side, and its base. */
export interface ChangedText {
  readonly path: string
  readonly base: string
  readonly text: string
}

/** Imports that one side added of a file that the other deleted or moved: each `module` with the missing file. */
export function findLostModules(
  { path, base, text }: ChangedText,
  gone: readonly string[],
): { readonly module: string; readonly file: string }[] {
  return listAddedLines(base, text)
    .flatMap(listModules)
    .flatMap(module => {
      const file = gone.find(other => isModule(module, path, other))
      return file === undefined ? [] : [{ module, file }]
    })
}

const patterns = [
  /(?:from|import|require\(|import\()\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g,
  /^(?:from|import)\s+([\w.]+)/g,
  /^#include\s+"([^"]+)"/g,
  /^(?:require_relative|@import)\s+["']([^"']+)["']/g,
  /^(?:pub(?:\([^)]*\))? )?mod\s+(\w+);/g,
  /(?:src|href|url)\s*[=(]\s*["']?([\w./-]+\.\w+)/g,
]

/** The modules in a line. */
export function listModules(line: string): string[] {
  return patterns.flatMap(pattern => [...line.matchAll(pattern)].map(match => match[1] as string))
}

/** Whether a module, as named in a file, is a given other file. */
export function isModule(module: string, from: string, file: string): boolean {
  const stem = file.replace(/(\/(index|__init__|mod))?\.\w+$/, '')
  const place = posix.join(posix.dirname(from), module)
  if (module.includes('/') || place === file) {
    return place === file || place.replace(/\.\w+$/, '') === stem || place === stem
  }
  if (place === stem && isBeside(from, file)) return true
  const asPath = toPythonPath(module, from)
  return asPath !== '' && (stem === asPath || stem.endsWith(`/${asPath}`)) && /\.pyi?$/.test(file)
}

/** A file that Ruby or Rust names without its extension; the modules of a Rust file are beside it only in these. */
function isBeside(from: string, file: string): boolean {
  return /\.rb$/.test(file) || (/\.rs$/.test(file) && /^(lib|main|mod)\.rs$/.test(posix.basename(from)))
}

function toPythonPath(module: string, from: string): string {
  const dots = /^\.+/.exec(module)?.[0].length ?? 0
  const path = module.slice(dots).replaceAll('.', '/')
  return dots === 0 ? path : posix.join(posix.dirname(from), '../'.repeat(dots - 1), path)
}
