import type { ConflictedPath } from '../../git/merge/merge-record.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import {
  applyFiles,
  type ConflictedMerge,
  findUnsupported,
  type MergeResolution,
  type MovedFile,
  type ResolvedFile,
  type Resolving,
  type UnresolvedFile,
} from '../../merging/merge-conflict.ts'
import type { StoredResolution } from '../../merging/resolution-cache.ts'
import { resolveByRules } from '../../merging/resolve-by-rules.ts'
import { chooseByTests } from './choose-by-tests.ts'
import { tryReapply } from './reapply.ts'
import { isGenerated, regenerate } from './regenerate.ts'
import { resolveWithAgent } from './resolve-with-agent.ts'
import { resolveWithDriver } from './resolve-with-driver.ts'

/**
 * Climbs the ladder for every conflicted file: stored resolutions, rules, tests that choose among candidates, an agent; then
 * generated files are regenerated from the merged rest. All files or none: a partly resolved merge is not made.
 */
export async function resolveMerge(resolving: Resolving, merge: ConflictedMerge): Promise<MergeResolution> {
  const { context, control } = resolving
  const unsupported = findUnsupported(merge.record)
  if (unsupported.length > 0) return resolveUnsupported(resolving, merge, unsupported)
  if (context.plan.integration.onConflict === 'stop') return resolveByPerson(resolving, merge)
  const generated = merge.record.conflicts.filter(conflict => isGenerated(context, conflict))
  const others = merge.record.conflicts.filter(conflict => !generated.includes(conflict))
  const tried = await Promise.all(others.map(conflict => resolveFile(resolving, conflict, merge.record.tree)))
  const files = tried.filter(file => 'result' in file)
  let left: readonly UnresolvedFile[] = tried.filter(file => 'reasons' in file)
  if (left.length > 0) {
    const chosen = await chooseByTests(resolving, merge, { files, generated, left })
    files.push(...chosen.files)
    left = chosen.left
  }
  if (left.length > 0) {
    const answer = await resolveWithAgent(resolving, merge, files, left)
    files.push(...answer.files)
    left = answer.left
  }
  if (left.length > 0) return { kind: 'unresolved', left, files, generated }
  const made = await regenerate(resolving, merge, files, generated)
  if ('left' in made) return { kind: 'unresolved', left: made.left }
  files.push(...made.files)
  return { kind: 'resolved', tree: await applyFiles(control, merge.record.tree, files), files }
}

/** Names of stored resolutions in reports. */
const storedNames = {
  agent: 'agent',
  person: 'person',
  command: 'rule:generated',
  driver: 'rule:drivers',
  tests: 'tests',
}

/** What only a person can resolve: all its files together. */
async function resolveUnsupported(
  resolving: Resolving,
  merge: ConflictedMerge,
  unsupported: readonly UnresolvedFile[],
): Promise<MergeResolution> {
  const { conflicts, tree } = merge.record
  const isHard = unsupported.some(({ conflict }) => !conflicts.includes(conflict))
  const tried = await Promise.all(
    conflicts.map(conflict => tryRemembered(resolving, conflict, ['person'], tree)),
  )
  const files = tried.filter(file => file !== undefined)
  if (!isHard && conflicts.length > 0 && files.length === conflicts.length)
    return { kind: 'resolved', tree: await applyFiles(resolving.control, tree, files), files }
  const reasons = unsupported.flatMap(file => file.reasons).map(reason => withNames(reason, merge))
  const others = conflicts.map(conflict => ({ conflict, reasons }))
  return { kind: 'unresolved', left: isHard ? unsupported : others }
}

/** git names the sides of a merge in memory by their ids. */
function withNames(reason: string, { task, ours, theirs, colliding }: ConflictedMerge): string {
  const merged = colliding.length === 0 ? 'the target' : colliding.join(', ')
  return reason.replaceAll(ours, merged).replaceAll(theirs, task)
}

/** Where the plan leaves conflicts to people, what people have resolved counts. */
async function resolveByPerson(resolving: Resolving, { record }: ConflictedMerge): Promise<MergeResolution> {
  const tried = await Promise.all(
    record.conflicts.map(
      async conflict =>
        (await tryRemembered(resolving, conflict, ['person'], record.tree)) ?? {
          conflict,
          reasons: ['the plan leaves conflicts to you'],
        },
    ),
  )
  const files = tried.filter(file => 'result' in file)
  const left = tried.filter(file => 'reasons' in file)
  if (left.length > 0) return { kind: 'unresolved', left, files }
  return { kind: 'resolved', tree: await applyFiles(resolving.control, record.tree, files), files }
}

async function resolveFile(
  resolving: Resolving,
  conflict: ConflictedPath,
  tree: ObjectId,
): Promise<ResolvedFile | UnresolvedFile> {
  const { control, context } = resolving
  const { resolvers } = context.plan.integration
  const makers = resolvers.includes('cache') ? everyone : (['person'] as const)
  const known = await tryRemembered(resolving, conflict, makers, tree)
  if (known !== undefined) return known
  const answer = await resolveByRules(control, resolvers, conflict)
  return 'result' in answer ? answer : resolveWithDriver(resolving, answer)
}

const everyone = Object.keys(storedNames) as readonly StoredResolution['by'][]

/** An earlier resolution by one of these. What a person resolved also counts where the sides have changed elsewhere. */
async function tryRemembered(
  resolving: Resolving,
  conflict: ConflictedPath,
  makers: readonly StoredResolution['by'][],
  tree: ObjectId,
): Promise<ResolvedFile | undefined> {
  const known = await resolving.cache.tryFind(conflict)
  if (known === undefined || !makers.includes(known.by)) return tryReapply(resolving, conflict)
  const { result, moved, by, proof, choices, candidate } = known
  if (!(await areFree(resolving, tree, moved ?? []))) return undefined
  return {
    conflict,
    result: result ?? undefined,
    ...(moved && { moved }),
    by: storedNames[by],
    proof,
    choices,
    ...(candidate && { candidate }),
  }
}

/** Whether files can be added without replacing others. */
async function areFree(
  { control: { repository } }: Resolving,
  tree: ObjectId,
  files: readonly MovedFile[],
): Promise<boolean> {
  const found = await Promise.all(files.map(({ path }) => repository.objects.readInfo(`${tree}:${path}`)))
  return files.every(({ id }, index) => found[index] === undefined || found[index]?.id === id)
}
