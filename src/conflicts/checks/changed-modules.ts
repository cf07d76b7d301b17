import { toComparableText } from '../members/member.ts'
import { tryParse } from '../syntax/parsers.ts'
import { namedChildren } from '../syntax/rules.ts'
import { isModule, listModules } from './lost-modules.ts'
import { listNamespaceUses } from './namespace-uses.ts'
import { countWrong, tryReadCalls } from './stale-calls.ts'

/** A file that one side changed: as the other side started from it, and merged. */
export interface ChangedModule {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** A file that the other side changed: its base, that side, and merged. */
export interface UsingFile {
  readonly path: string
  readonly base: string
  readonly side: string
  readonly result: string
}

/** Outdated uses of another file, one sentence each: a new import of a name that is gone, a call that does not match the parameters. */
export async function findOutdatedUses(file: UsingFile, module: ChangedModule): Promise<string[]> {
  const lost = listLostWords(module)
  const outdated = findLostNamespaceUses(file, module.path, lost)
  const imported = await listImportedNames(file.path, file.side, module.path)
  if (imported.length === 0) return outdated
  const known = new Set(await listImportedNames(file.path, file.base, module.path))
  const gone = imported.filter(name => !known.has(name) && lost.has(name))
  const misfits = await listMisfits(file, module, imported)
  return [
    ...outdated,
    ...gone.map(name => `${file.path} imports \`${name}\`, which ${module.path} no longer has`),
    ...misfits.map(
      name =>
        `${file.path} calls \`${name}\` with arguments that no longer fit its parameters in ${module.path}`,
    ),
  ]
}

/** Words that a file no longer has. None if it passes on all names of another file, which may have them. */
function listLostWords({ before, after }: ChangedModule): ReadonlySet<string> {
  if (/^\s*(?:export \*|from \S+ import \*|module\.exports = require)/m.test(after)) return new Set()
  const left = new Set(after.match(words))
  return new Set(before.match(words)?.filter(word => !left.has(word)))
}

const words = /[\p{L}\p{N}_$]+/gu

/** New uses of such words of a module that the file imports as a whole. */
function findLostNamespaceUses(
  { path, base, side, result }: UsingFile,
  module: string,
  lost: ReadonlySet<string>,
) {
  const known = new Set(listNamespaceUses(path, base, module).map(({ name }) => name))
  const left = new Set(listNamespaceUses(path, result, module).map(({ name }) => name))
  return listNamespaceUses(path, side, module)
    .filter(({ name }) => lost.has(name) && left.has(name) && !known.has(name))
    .map(({ text }) => `${path} uses \`${text}\`, which ${module} no longer has`)
}

/** Names that a file imports from another. */
async function listImportedNames(path: string, text: string, module: string): Promise<string[]> {
  const tree = await tryParse(path, text)
  if (tree === undefined) return []
  try {
    const { imports } = tree.rules
    return namedChildren(tree.root).flatMap(member => {
      if (imports === undefined || !imports.isImport(member)) return []
      const modules = listModules(toComparableText(member.text))
      if (!modules.some(name => isModule(name, path, module))) return []
      const specifiers = imports.toImport(member)?.specifiers ?? []
      return specifiers.flatMap(name => /^(?:type )?([\p{L}\p{N}_$]+)$/u.exec(name)?.[1] ?? [])
    })
  } finally {
    tree.free()
  }
}

/** Functions with changed parameters that fewer calls of the merged file match than before on its side. */
async function listMisfits(
  { path, side, result }: UsingFile,
  module: ChangedModule,
  imported: readonly string[],
): Promise<string[]> {
  const before = (await tryReadCalls(module.path, module.before))?.functions
  const after = (await tryReadCalls(module.path, module.after))?.functions
  const [own, merged] = [await tryReadCalls(path, side), await tryReadCalls(path, result)]
  if (before === undefined || after === undefined || own === undefined || merged === undefined) return []
  return imported.filter(name => {
    const [old, now] = [before.get(name), after.get(name)]
    if (old === undefined || now === undefined || merged.functions.has(name)) return false
    return countWrong(name, now, merged.calls) > countWrong(name, old, own.calls)
  })
}
