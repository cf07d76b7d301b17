import { listAddedLines, type MergedText } from './merged-text.ts'

/**
 * Paths that one side added below a place that the other moved: one changes the import of `@old/log` to `@new/log`, the other adds
 * one of `@old/log-level`.
 */
export function findStalePaths({ base, ours, theirs, result }: MergedText): string[] {
  const used = new Set(listPaths([result]))
  const find = (moving: string, adding: string) => {
    const gone = listMovedPlaces(base, moving)
    return listPaths(listAddedLines(base, adding)).filter(
      path => used.has(path) && gone.some(place => path.startsWith(place)),
    )
  }
  const modules = listImports(result)
  const isUsed = (path: string) => modules.has(path)
  return [
    ...new Set([
      ...[...find(ours, theirs), ...find(theirs, ours)],
      ...[...listMovedModules(base, ours, theirs), ...listMovedModules(base, theirs, ours)].filter(isUsed),
    ]),
  ]
}

/** Modules from which one side added names, while the other now imports their names from elsewhere. */
function listMovedModules(base: string, moving: string, adding: string): string[] {
  const [before, after, other] = [base, moving, adding].map(listImports)
  return [...(before ?? [])].flatMap(([path, names]) => {
    if (after?.has(path) !== false || ![...(other?.get(path) ?? [])].some(name => !names.has(name))) return []
    const elsewhere = new Set([...after.values()].flatMap(found => [...found]))
    return [...names].some(name => elsewhere.has(name)) ? [path] : []
  })
}

/** In texts with single spaces. */
const scriptImports: readonly RegExp[] = [
  /\bimport (?:type )?(?<names>(?:(?!\bimport\b)[^'"`;]){0,2000}?) from ["'](?<path>[^"'\n]+)["']/g,
  /\{(?<names>[^{}]{0,2000})\} ?= ?(?:await )?(?:require|import)\(["'](?<path>[^"'\n]+)["']\)/g,
]

const pythonImports = /^from (?<path>[\w.]+) import (?<names>\([^)]*\)|[^\n(]*)/gm

/** The imported names of each module, in JavaScript and Python. */
function listImports(text: string): Map<string, Set<string>> {
  const modules = new Map<string, Set<string>>()
  const plain = text.replace(/\s+/g, ' ')
  const found = [
    ...scriptImports.flatMap(pattern => [...plain.matchAll(pattern)]),
    ...text.matchAll(pythonImports),
  ]
  for (const { groups } of found) {
    const { path = '', names = '' } = groups ?? {}
    const known = modules.get(path) ?? new Set()
    for (const name of names.replace(/\s+as\s+\w+|\btype\s+|:\s*\w+/g, '').match(/[\w$]+/g) ?? [])
      known.add(name)
    modules.set(path, known)
  }
  return modules
}

/** Places, with a trailing separator, that a side no longer names because what it used from there has moved. */
function listMovedPlaces(base: string, side: string): string[] {
  const [before, after] = [new Set(listPaths([base])), new Set(listPaths([side]))]
  const removed = [...before].filter(path => !after.has(path))
  const added = [...after].filter(path => !before.has(path))
  const moved = removed.flatMap(path => added.flatMap(other => toMovedPlace(path, other)))
  return moved.filter(place => ![...after].some(path => path.startsWith(place)))
}

/** The parts before the common end of both paths. */
function toMovedPlace(path: string, other: string): string[] {
  const [before, after] = [toParts(path), toParts(other)]
  let common = 0
  while (common < Math.min(before.length, after.length) && before.at(-1 - common) === after.at(-1 - common))
    common++
  const place = before.slice(0, before.length - common).join('')
  return common > 0 && /\w/.test(place) && place !== path ? [place] : []
}

/** Parts with their trailing separators. */
function toParts(path: string): string[] {
  return path.match(/[^/.:]+(?:::|[/.])?|[/.]+/g) ?? []
}

/** Quoted texts with several parts, and imported modules. */
function listPaths(texts: readonly string[]): string[] {
  return texts.flatMap(text =>
    text
      .split('\n')
      .flatMap(line => [
        ...[...line.matchAll(/(["'`])([@~\w.-]+(?:\/[@\w.*-]+)+)\1/g)].map(match => match[2] as string),
        ...[...line.matchAll(/^\s*(?:from|import|use|using|package)\s+([\w.:]+)/g)]
          .map(match => (match[1] as string).replace(/(::|\.)$/, ''))
          .filter(path => /\w(::|\.)\w/.test(path)),
      ]),
  )
}
