import { lstat, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { harnessIdentity, writeCommit } from '../../git/commits.ts'
import { writeObject } from '../../git/objects.ts'
import { keepObjects } from '../../git/scratch.ts'
import { createWorktree } from '../../git/worktree.ts'
import { checkProof } from '../../merge/proof/check-proof.ts'
import type { TaskId } from '../../plan/plan.ts'
import { RefusedError } from '../../plan/refused-error.ts'
import type { TaskResult } from '../../report/task-result.ts'
import { removeTaskFolders } from '../run/remove-task-folders.ts'
import type { RunContext } from '../run/run-context.ts'
import { ResolutionCache, type StoredResolution } from './resolution-cache.ts'
import { tryMergeModes, tryReadVersions } from './resolve-merge.ts'
import { withChain } from './with-chain.ts'

/** A checkout in which a person resolves the conflicts of one task. */
export interface HandWork {
  readonly task: TaskId
  readonly folder: string
  /** Files with conflict markers. */
  readonly paths: readonly string[]
}

const prefix = '_by-hand-'

const entry = z.strictObject({ mode: z.string(), id: z.string() })
const conflictsSchema = z.array(
  z.strictObject({ path: z.string(), base: entry.optional(), ours: entry, theirs: entry, mode: z.string() }),
)
type OpenConflict = z.output<typeof conflictsSchema>[number]

/** Checks the merge of a conflicted task out, with conflict markers, for a person to resolve. */
export async function startByHand(
  context: RunContext,
  results: ReadonlyMap<TaskId, TaskResult>,
  task: TaskId,
): Promise<HandWork> {
  return withChain(context, context.base, results, async ({ harness, chain, start, known }) => {
    const steps = await chain.merge(new Set())
    const step = steps.find(other => other.task === task)
    if (step?.kind !== 'conflicted') {
      throw new RefusedError(
        `${task} has no conflict to resolve (${step === undefined ? 'it has no branch' : step.kind})`,
      )
    }
    const open = step.left.flatMap(({ conflict: { path, base, ours, theirs } }) => {
      const mode = tryMergeModes({
        path,
        ...(base && { base }),
        ...(ours && { ours }),
        ...(theirs && { theirs }),
      })
      return ours && theirs && mode ? [{ path, ...(base && { base }), ours, theirs, mode }] : []
    })
    if (open.length < step.left.length) {
      const { path } = step.left.find(({ conflict }) => !open.some(file => file.path === conflict.path))
        ?.conflict ?? { path: '' }
      throw new RefusedError(
        `${path} is deleted or moved by one side, which cannot be resolved file by file: merge ${task} by git, in a checkout of your own`,
      )
    }
    const merged = steps.slice(0, steps.indexOf(step)).findLast(other => other.kind === 'merged')
    const parents = [merged?.commit ?? start.commit, step.theirs]
    const commit = await writeCommit(harness.repository.store, {
      tree: step.tree,
      parents,
      author: harnessIdentity,
      committer: harnessIdentity,
      date: 0,
      message: `The merge of ${task}, with conflicts`,
      trailers: [],
    })
    await keepObjects(harness, context.harness, commit, known)
    const name = `${prefix}${task}`
    const { path: folder } = await createWorktree(context.harness, {
      path: context.paths.worktree(name),
      stateFolder: context.paths.task(name).worktreeState,
      commit,
      branch: name,
      packedRefs: context.visibleRefs,
    })
    await writeFile(toRecordPath(context, name), JSON.stringify(open))
    return { task, folder, paths: open.map(({ path }) => path) }
  })
}

/**
 * Takes over what a person has resolved, so that the next merge finds it. Throws a RefusedError that names what is missing or
 * would be lost, and changes nothing then.
 *
 * @param because Why something may be lost; undefined: nothing may.
 * @returns The tasks whose conflicts are resolved now.
 */
export async function continueByHand(context: RunContext, because: string | undefined): Promise<TaskId[]> {
  const names = (await readdir(context.paths.tasks).catch(() => [])).filter(name => name.startsWith(prefix))
  if (names.length === 0) {
    throw new RefusedError(
      'no conflict is being resolved: begin with "parallel-agents merge --resolve <task>"',
    )
  }
  const resolutions: StoredResolution[] = []
  const problems: string[] = []
  for (const name of names) {
    const open = conflictsSchema.parse(JSON.parse(await readFile(toRecordPath(context, name), 'utf8')))
    for (const conflict of open) {
      const answer = await readAnswer(context, name, conflict, because)
      if (typeof answer === 'string') problems.push(`${conflict.path}: ${answer}`)
      else resolutions.push(answer)
    }
  }
  if (problems.length > 0) throw new RefusedError(toProblemText(problems))
  await new ResolutionCache(context).add(resolutions)
  for (const name of names) await removeTaskFolders(context, name)
  return names.map(name => name.slice(prefix.length))
}

async function readAnswer(
  context: RunContext,
  name: string,
  conflict: OpenConflict,
  because: string | undefined,
): Promise<StoredResolution | string> {
  const path = join(context.paths.worktree(name), conflict.path)
  if (!(await lstat(path).catch(() => undefined))?.isFile()) return 'it is not there any more'
  const content = await readFile(path)
  const { mode, path: file, base, ours, theirs } = conflict
  const versions = await tryReadVersions(context.harness, {
    path: file,
    ...(base && { base }),
    ours,
    theirs,
  })
  const proof = versions && (await checkProof(versions, content.toString('utf8'), []))
  const lost = proof?.kind === 'refuted' ? proof.problems : []
  const marker = lost.find(problem => problem.includes('conflict marker'))
  if (marker !== undefined) return marker
  if (lost.length > 0 && because === undefined) return lost.join('; ')
  return {
    path: file,
    base: base?.id ?? null,
    ours: ours.id,
    theirs: theirs.id,
    result: {
      mode: mode as '100644' | '100755',
      id: await writeObject(context.repository.store, 'blob', content),
    },
    by: 'person',
    proof: proof?.kind === 'proven' ? proof.checked : 'as a person wants it',
    choices: lost.length === 0 ? [] : [`${because}: ${lost.join('; ')}`],
  }
}

function toProblemText(problems: readonly string[]): string {
  return [
    ...problems,
    'If that is meant, say why: parallel-agents merge --continue --because "<reason>"',
  ].join('\n')
}

function toRecordPath({ paths }: RunContext, name: string): string {
  return join(paths.task(name).folder, 'conflicts.json')
}
