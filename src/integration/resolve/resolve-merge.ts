import type { FileConflict } from '../../git/merge/merge-record.ts'
import {
  applyFiles,
  type ConflictedMerge,
  findAwkward,
  type MergeResolution,
  type ResolvedFile,
  type Resolving,
  type UnresolvedFile,
} from '../../merging/merge-conflict.ts'
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
  const { context, harness } = resolving
  if (context.plan.integration.onConflict === 'stop') return leave(merge, 'the plan leaves conflicts to you')
  const awkward = findAwkward(merge.record)
  if (awkward.length > 0) return { kind: 'unresolved', left: awkward }
  const generated = merge.record.conflicts.filter(conflict => isGenerated(context, conflict))
  const others = merge.record.conflicts.filter(conflict => !generated.includes(conflict))
  const tried = await Promise.all(others.map(conflict => resolveFile(resolving, conflict)))
  const files = tried.filter(file => 'result' in file)
  let left: readonly UnresolvedFile[] = tried.filter(file => 'reasons' in file)
  if (left.length > 0) {
    const chosen = await chooseByTests(resolving, merge, { files, generated, left })
    files.push(...chosen.files)
    left = chosen.left
  }
  if (left.length > 0 && resolving.asksAgent) {
    const answer = await resolveWithAgent(resolving, merge, files, left)
    files.push(...answer.files)
    left = answer.left
  }
  if (left.length > 0) return { kind: 'unresolved', left, files, generated }
  const made = await regenerate(resolving, merge, files, generated)
  if ('left' in made) return { kind: 'unresolved', left: made.left }
  files.push(...made.files)
  return { kind: 'resolved', tree: await applyFiles(harness, merge.record.tree, files), files }
}

/** Names of stored resolutions in reports. */
const storedNames = {
  agent: 'agent',
  person: 'person',
  command: 'rule:generated',
  driver: 'rule:drivers',
  tests: 'tests',
}

async function resolveFile(
  resolving: Resolving,
  conflict: FileConflict,
): Promise<ResolvedFile | UnresolvedFile> {
  const { harness, cache, context } = resolving
  const { resolvers } = context.plan.integration
  const known = resolvers.includes('cache') ? await cache.tryFind(conflict) : undefined
  if (known === undefined) {
    const again = resolvers.includes('cache') ? await tryReapply(resolving, conflict) : undefined
    if (again !== undefined) return again
    const answer = await resolveByRules(harness, resolvers, conflict)
    return 'result' in answer ? answer : resolveWithDriver(resolving, answer)
  }
  const { result, by, proof, choices, candidate } = known
  return { conflict, result, by: storedNames[by], proof, choices, ...(candidate && { candidate }) }
}

function leave({ record }: ConflictedMerge, reason: string): MergeResolution {
  return { kind: 'unresolved', left: record.conflicts.map(conflict => ({ conflict, reasons: [reason] })) }
}
