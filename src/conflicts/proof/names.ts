import { type SyntaxNode, tryParse } from '../syntax/parsers.ts'
import { type LanguageRules, namedChildren } from '../syntax/rules.ts'
import { countItems } from '../text/count-items.ts'
import type { Three } from '../text/three-way.ts'
import { listFreeReferences, listMemberNames, listPropertyNames, listReferences } from './references.ts'

export interface NameProblems {
  /** Used names whose declaration or import is gone. */
  readonly dangling: readonly string[]
  /** Imported names without a use. */
  readonly unused: readonly string[]
  /** Names that are imported or declared repeatedly at the top level, and more often than on a side. */
  readonly doubled: readonly string[]
  /** Names that one side no longer uses anywhere, while the other uses them in more places. */
  readonly stale: readonly string[]
}

/**
 * Compares the names that a merged text declares at its top level and uses with base, ours and theirs. Existing problems do not
 * count.
 */
export async function findNameProblems(
  path: string,
  text: string,
  versions: Three<string>,
): Promise<NameProblems> {
  const [result, base, ours, theirs] = [
    await tryReadNames(path, text),
    await tryReadNames(path, versions[0]),
    await tryReadNames(path, versions[1]),
    await tryReadNames(path, versions[2]),
  ]
  if (result === undefined || base === undefined || ours === undefined || theirs === undefined)
    return { dangling: [], unused: [], doubled: [], stale: [] }
  const before = [base, ours, theirs]
  const known = new Set(before.flatMap(names => [...names.declared, ...names.imported]))
  return {
    dangling: [...known].filter(
      name => isDangling(name, result) && !before.some(names => isDangling(name, names)),
    ),
    unused: [...result.imported].filter(
      name => isUnused(name, result) && !before.some(side => side.imported.has(name) && isUnused(name, side)),
    ),
    doubled: [...result.bound]
      .filter(
        ([name, count]) => count > 1 && [ours, theirs].every(({ bound }) => (bound.get(name) ?? 0) < count),
      )
      .map(([name]) => name),
    stale: [...new Set([...result.words.keys(), ...result.properties.keys()])].filter(
      name => isStale(name, base, ours, theirs) || isStale(name, base, theirs, ours),
    ),
  }
}

interface Names {
  readonly declared: ReadonlySet<string>
  readonly imported: ReadonlySet<string>
  /** How often a name is introduced at the top level, and `export x` how often it is exported. */
  readonly bound: ReadonlyMap<string, number>
  /** How often a name occurs outside of imports. */
  readonly uses: ReadonlyMap<string, number>
  /** Names that no surrounding function declares. */
  readonly free: ReadonlySet<string>
  /** How often a name occurs anywhere. */
  readonly words: ReadonlyMap<string, number>
  /** Names of methods and fields that are declared here, and how often each is used. */
  readonly members: ReadonlySet<string>
  readonly properties: ReadonlyMap<string, number>
}

function isDangling(name: string, { declared, imported, free }: Names): boolean {
  return free.has(name) && !declared.has(name) && !imported.has(name)
}

function isUnused(name: string, { uses, declared }: Names): boolean {
  return (uses.get(name) ?? 0) <= (declared.has(name) ? 1 : 0)
}

/** Properties count only if the side removed the member itself, or the name is distinctive: many things have an `id`. */
function isStale(name: string, base: Names, side: Names, other: Names): boolean {
  const isGone = (count: (names: Names) => ReadonlyMap<string, number>) => {
    const before = count(base).get(name) ?? 0
    return before > 0 && !count(side).has(name) && (count(other).get(name) ?? 0) > before
  }
  const isMemberGone = base.members.has(name) && !side.members.has(name)
  const isTelling = isMemberGone || name.length > 8 || /[a-z][A-Z]|_/.test(name)
  return isGone(({ words }) => words) || (isTelling && isGone(({ properties }) => properties))
}

async function tryReadNames(path: string, text: string): Promise<Names | undefined> {
  const tree = await tryParse(path, text)
  if (tree === undefined) return undefined
  try {
    return readNames(tree.rules, tree.root)
  } finally {
    tree.free()
  }
}

function readNames(rules: LanguageRules, root: SyntaxNode): Names {
  const members = namedChildren(root)
  const isImport = (member: SyntaxNode) => rules.imports?.isImport(member) ?? false
  const imports = members.filter(isImport)
  const others = members.filter(member => !isImport(member))
  const signatures = others.map(
    member => /^(?:value|type) ([^:,<(]+)$/.exec(rules.toSignature(member) ?? '')?.[1],
  )
  const declared = signatures.flatMap(names => names?.split(' ') ?? [])
  const toTexts = (nodes: readonly SyntaxNode[]) => nodes.map(({ text }) => text)
  return {
    imported: new Set(imports.flatMap(member => rules.imports?.toNames(member) ?? [])),
    declared: new Set(declared),
    bound: countItems([
      ...imports.flatMap(member => rules.imports?.toBindings(member) ?? []),
      ...declared,
      ...others.filter(isDefaultExport).map(() => 'export default'),
    ]),
    uses: countItems(others.flatMap(member => toTexts(listReferences(member)))),
    free: new Set(others.flatMap(listFreeReferences)),
    words: countItems(toTexts(listReferences(root))),
    members: new Set(listMemberNames(root)),
    properties: countItems(listPropertyNames(root)),
  }
}

function isDefaultExport(member: SyntaxNode): boolean {
  return member.type === 'export_statement' && member.children.some(child => child?.type === 'default')
}
