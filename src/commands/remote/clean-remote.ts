import type { ObjectId } from '../../git/objects/objects.ts'
import { isReachableFrom } from '../../git/refs/reachability.ts'
import type { Ref } from '../../git/refs/refs.ts'
import { tryResolve } from '../../git/refs/refs.ts'
import { pushUpdates } from '../../git/remote/push-refs.ts'
import type { RemoteAccess } from '../../git/remote/remote-access.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Report } from '../../model/report.ts'
import { listRuns, requireRun } from '../../run/opening/claim-run.ts'
import type { RunId } from '../../run/run-id.ts'
import { toBranchName } from '../../run/run-refs.ts'
import { openStore } from '../../run/run-store.ts'
import { findSquashed, listRunWork } from '../clean-runs.ts'
import { withRemoteRefs } from './remote-runs.ts'

export interface RemoteRef {
  readonly name: string
  readonly why: string
}

export interface RemovedRef extends RemoteRef {
  /** Whether it only records the run. */
  readonly isRecord: boolean
}

/** What was (or would be) deleted of one run at a remote. */
export interface RemoteCleaning {
  readonly run: RunId
  readonly removed: readonly RemovedRef[]
  readonly left: readonly RemoteRef[]
}

export interface RemoteCleanOptions {
  readonly access: RemoteAccess
  /** Undefined: all of them. */
  readonly run: string | undefined
  readonly dryRun: boolean
}

/**
 * Deletes what finished runs left at a remote if their target has it by now, or other refs there keep it. Only the remote's own
 * state counts, and each ref is deleted by compare-and-swap.
 */
export function cleanRemote(
  repository: Repository,
  { access, run: named, dryRun }: RemoteCleanOptions,
): Promise<RemoteCleaning[]> {
  return withRemoteRefs(repository, access, async mirror => {
    const runs = named === undefined ? await listRuns(mirror) : [await requireRun(mirror, named)]
    const cleanings: RemoteCleaning[] = []
    for (const run of runs) {
      const deletion = await planDeletion(mirror, run, access.remote)
      cleanings.push(dryRun ? toCleaning(deletion) : await deleteAll(repository, access, deletion))
    }
    return cleanings
  })
}

interface Deletable extends Ref {
  readonly why: string
}

interface Deletion {
  readonly run: RunId
  readonly work: readonly Deletable[]
  /** The record of the run: deleted last, and only with all of its work. */
  readonly record: readonly Deletable[]
  readonly left: readonly RemoteRef[]
}

async function planDeletion(mirror: Repository, run: RunId, remote: string): Promise<Deletion> {
  const store = await openStore(mirror, run)
  const report = await store.readReport()
  const leave = (why: string): Deletion => ({ run, work: [], record: [], left: [{ name: run, why }] })
  if (report === undefined || report.status === 'cancelled') return leave('it is unfinished')
  const target = await tryResolve(mirror, `refs/heads/${report.target}`)
  if (target === undefined) return leave(`its target ${report.target} is missing`)
  const { refs, commits } = await listRunWork(mirror, store)
  const proof = await openProof(mirror, report, target)
  const isKept = ({ name }: Ref) => name.startsWith(store.refs.kept(''))
  const kept = await judge(commits.filter(isKept), ref => proof.tryLanded(ref))
  const stays = kept.left
  const branches = await judge(
    commits.filter(ref => !isKept(ref)),
    async ref => (await proof.tryLanded(ref)) ?? proof.tryHeld(ref, stays),
  )
  const left = [...branches.left, ...stays]
  const record = refs.filter(({ name }) => !commits.some(ref => ref.name === name))
  return {
    run,
    work: [...branches.gone, ...kept.gone],
    record: left.length > 0 ? [] : record.map(ref => ({ ...ref, why: 'the record of the run' })),
    left: left.map(({ name }) => ({ name: toBranchName(name), why: toReason(report, name, remote) })),
  }
}

/** Determines why refs may be deleted; those without a reason stay. */
async function judge(
  refs: readonly Ref[],
  ask: (ref: Ref) => Promise<string | undefined>,
): Promise<{ readonly gone: readonly Deletable[]; readonly left: readonly Ref[] }> {
  const answers = await Promise.all(refs.map(async ref => ({ ref, why: await ask(ref) })))
  return {
    gone: answers.flatMap(({ ref, why }) => (why === undefined ? [] : [{ ...ref, why }])),
    left: answers.flatMap(({ ref, why }) => (why === undefined ? [ref] : [])),
  }
}

interface Proof {
  readonly tryLanded: (ref: Ref) => Promise<string | undefined>
  /** Whether refs that stay reach all of a commit. */
  readonly tryHeld: (ref: Ref, stays: readonly Ref[]) => Promise<string | undefined>
}

async function openProof(mirror: Repository, report: Report, target: ObjectId): Promise<Proof> {
  const squashed = await findSquashed(mirror, report, commit => isReachableFrom(mirror, commit, [target]))
  return {
    tryLanded: async ({ id }) => {
      if (await isReachableFrom(mirror, id, [target])) return `all of it is in ${report.target}`
      const isSquashed = await isReachableFrom(mirror, id, [target, ...squashed])
      return isSquashed ? `${report.target} has it in other commits` : undefined
    },
    tryHeld: async ({ id }, stays) => {
      const ids = stays.map(ref => ref.id)
      if (!(await isReachableFrom(mirror, id, [target, ...squashed, ...ids]))) return undefined
      return `all of it is in ${report.target} or kept at ${stays.map(({ name }) => name).join(', ')}`
    },
  }
}

function toReason({ target }: Report, name: string, remote: string): string {
  const what = name.startsWith('refs/heads/') ? '' : 'work that did not become a branch, '
  return `${what}not in ${target} (to delete it: git push ${remote} --delete ${toBranchName(name)})`
}

function toCleaning({ run, work, record, left }: Deletion): RemoteCleaning {
  const toRemoved = ({ name, why }: Deletable, isRecord: boolean) => ({
    name: toBranchName(name),
    why,
    isRecord,
  })
  const removed = [...work.map(ref => toRemoved(ref, false)), ...record.map(ref => toRemoved(ref, true))]
  return { run, removed, left }
}

async function deleteAll(
  repository: Repository,
  access: RemoteAccess,
  deletion: Deletion,
): Promise<RemoteCleaning> {
  const work = await deleteThere(repository, access, deletion.work)
  const record =
    work.left.length > 0 ? { gone: [], left: [] } : await deleteThere(repository, access, deletion.record)
  const left = [...deletion.left, ...work.left, ...record.left]
  return toCleaning({ run: deletion.run, work: work.gone, record: record.gone, left })
}

async function deleteThere(
  repository: Repository,
  access: RemoteAccess,
  refs: readonly Deletable[],
): Promise<{ readonly gone: readonly Deletable[]; readonly left: readonly RemoteRef[] }> {
  const updates = refs.map(({ name, id }) => ({ ref: name, from: id, to: undefined }))
  const { refused } = await pushUpdates(repository, access, updates)
  const reasons = new Map(refused.map(({ ref, reason }) => [ref, reason]))
  return {
    gone: refs.filter(({ name }) => !reasons.has(name)),
    left: refused.map(({ ref, reason }) => ({
      name: toBranchName(ref),
      why: `could not be deleted: ${reason}`,
    })),
  }
}
