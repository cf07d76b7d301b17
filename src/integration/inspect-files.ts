import type { MergedText } from '../conflicts/checks/merged-text.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import type { TaskId } from '../model/plan.ts'
import { inspectContracts } from './inspect-contracts.ts'
import type { InspectedMerge } from './inspected-merge.ts'
import { groupByStem, MentionedModules } from './mentioned-modules.ts'

/** Problems in cleanly merged files: one sentence each, with the task whose merge causes it. */
export async function inspectFiles(
  repository: Repository,
  merges: readonly InspectedMerge[],
): Promise<{ readonly task: TaskId; readonly text: string }[]> {
  const warnings: { readonly task: TaskId; readonly text: string }[] = []
  const earlier: InspectedMerge[] = []
  const mentioned = new MentionedModules(repository, merges.flatMap(listWritten))
  const site = { repository, mentioned, compared: 0 }
  for (const merge of merges) {
    const sentences = [
      ...(await inspectBoth(repository, merge, earlier)),
      ...(await inspectNames(merge, earlier)),
      ...(await inspectModules(repository, merge, earlier)),
      ...(await inspectUses(site, merge, earlier)),
    ]
    for (const sentence of sentences)
      warnings.push({ task: merge.task, text: `in the clean merge of ${merge.task}, ${sentence}` })
    earlier.push(merge)
  }
  return [...warnings, ...(await inspectContracts(repository, merges))]
}

/** Files that this branch and an earlier one changed. */
async function inspectBoth(
  repository: Repository,
  { base, commit, before, tree, changes, resolved }: InspectedMerge,
  earlier: readonly InspectedMerge[],
): Promise<string[]> {
  const { inspectFile } = await import('../conflicts/checks/inspect-file.ts')
  const touched = new Set(earlier.flatMap(merge => merge.changes.map(({ path }) => path)))
  const sentences: string[] = []
  for (const { path } of changes) {
    if (!touched.has(path) || resolved.has(path)) continue
    const [result, ours, theirs, start] = await Promise.all(
      [tree, before, commit, base].map(root => tryReadText(repository, `${root}:${path}`)),
    )
    if (result === undefined || ours === undefined || theirs === undefined) continue
    if (result === ours || result === theirs) continue
    const merged: MergedText = { path, base: start ?? '', ours, theirs, result }
    sentences.push(...(await inspectFile(merged)).map(sentence => `${path}: ${sentence}`))
  }
  return sentences
}

async function inspectNames(merge: InspectedMerge, earlier: readonly InspectedMerge[]): Promise<string[]> {
  const { inspectPaths } = await import('../conflicts/checks/inspect-paths.ts')
  const [addedByOurs, addedByTheirs] = [earlier.flatMap(listAdded), listAdded(merge)]
  return inspectPaths({ all: [...addedByOurs, ...addedByTheirs], addedByOurs, addedByTheirs })
}

function listAdded({ changes }: InspectedMerge): string[] {
  return changes.filter(({ status }) => status === 'A').map(({ path }) => path)
}

/** Imports that one branch added of a file that another deleted. */
async function inspectModules(
  repository: Repository,
  merge: InspectedMerge,
  earlier: readonly InspectedMerge[],
): Promise<string[]> {
  const { findLostModules } = await import('../conflicts/checks/lost-modules.ts')
  const gone = (merges: readonly InspectedMerge[]) =>
    merges.flatMap(({ changes }) => changes.filter(({ status }) => status === 'D').map(({ path }) => path))
  const pairs = [
    ...earlier.map(other => ({ importing: other, gone: gone([merge]) })),
    { importing: merge, gone: gone(earlier) },
  ].filter(pair => pair.gone.length > 0)
  const sentences: string[] = []
  for (const { importing, gone: files } of pairs) {
    for (const { path, status } of importing.changes) {
      if (status === 'D') continue
      const text = await tryReadText(repository, `${importing.commit}:${path}`)
      const base = (await tryReadText(repository, `${importing.base}:${path}`)) ?? ''
      for (const { module, file } of text === undefined ? [] : findLostModules({ path, base, text }, files))
        sentences.push(`${path} imports \`${module}\`, but ${file} no longer exists`)
    }
  }
  return sentences
}

interface Site {
  readonly repository: Repository
  readonly mentioned: MentionedModules
  /** Pairs of files so far. */
  compared: number
}

/** Files of one branch that use what another branch changed in other files. */
async function inspectUses(
  site: Site,
  merge: InspectedMerge,
  earlier: readonly InspectedMerge[],
): Promise<string[]> {
  const pairs = earlier.flatMap(other => [
    { using: merge, changing: other },
    { using: other, changing: merge },
  ])
  const sentences = new Set<string>()
  for (const { using, changing } of pairs)
    for (const sentence of await listOutdatedUses(site, merge.tree, { using, changing }))
      sentences.add(sentence)
  return [...sentences]
}

/** With more pairs of files than these, some branch has generated ones. */
const mostCompared = 10_000

async function listOutdatedUses(
  site: Site,
  tree: ObjectId,
  { using, changing }: { readonly using: InspectedMerge; readonly changing: InspectedMerge },
): Promise<string[]> {
  const { repository, mentioned } = site
  const { findOutdatedUses } = await import('../conflicts/checks/changed-modules.ts')
  const own = new Set(listWritten(using))
  const modules = groupByStem(listUsable(using, changing).filter(path => !own.has(path)))
  if (modules.size === 0) return []
  const sentences: string[] = []
  for (const path of own) {
    const all = await mentioned.list(using.commit, path, modules)
    const used = all.slice(0, mostCompared - site.compared)
    site.compared += used.length
    if (used.length === 0) continue
    const read = (root: ObjectId) => tryReadText(repository, `${root}:${path}`)
    const [side, base, result] = [await read(using.commit), await read(using.base), await read(tree)]
    if (side === undefined || result === undefined) continue
    for (const module of used) {
      const before = await tryReadText(repository, `${using.base}:${module}`)
      const after = await tryReadText(repository, `${tree}:${module}`)
      if (before === undefined || after === undefined || before === after) continue
      const file = { path, base: base ?? '', side, result }
      sentences.push(...(await findOutdatedUses(file, { path: module, before, after })))
    }
  }
  return sentences
}

/** The written files that a branch can use as they were: it does not know files that were added beside it. */
function listUsable(using: InspectedMerge, changing: InspectedMerge): string[] {
  if (using.base !== changing.base) return listWritten(changing)
  return changing.changes.filter(({ status }) => status === 'M').map(({ path }) => path)
}

/** The files that a branch added or modified. */
function listWritten({ changes }: InspectedMerge): string[] {
  return changes.filter(({ status }) => status === 'M' || status === 'A').map(({ path }) => path)
}

async function tryReadText(repository: Repository, name: string): Promise<string | undefined> {
  const object = await repository.objects.read(name)
  return object?.type === 'blob' ? object.content.toString('utf8') : undefined
}
