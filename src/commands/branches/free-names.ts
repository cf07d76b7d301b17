import { deleteRefs, listRefs } from '../../git/refs/refs.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { fillBranchPattern } from '../../model/names/branch-pattern.ts'
import { listSome } from '../../model/names/list-some.ts'
import type { Plan } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { EmitEvent } from '../../model/run-event.ts'
import type { CheckedPlan } from '../../plan/schema/read-plan.ts'
import { type ClaimedRun, isUnfinished, listRuns } from '../../run/opening/claim-run.ts'
import type { RunId } from '../../run/run-id.ts'
import { toBranchName, toRunRefs, toStateRefs } from '../../run/run-refs.ts'
import { openStore } from '../../run/run-store.ts'

/** Refuses a new run, and removes it, if its branches already exist, or another run will create them. */
export async function requireFreeNames(
  repository: Repository,
  { run, lock }: ClaimedRun,
  plan: Plan,
): Promise<void> {
  if (plan.branch === undefined) return
  const taken = await findTakenNames(repository, run, plan)
  const problem =
    taken.length > 0 ? toTakenText(taken, plan.branch) : await tryRivalText(repository, run, plan)
  if (problem === undefined) return
  const { plan: stored, base } = toStateRefs(run)
  await deleteRefs(repository, [
    ...(await listRefs(repository, [stored, base])),
    { name: lock.ref, id: lock.id },
  ])
  throw new RefusedError(problem)
}

/** The branches that a run cannot create because they, or conflicting names, exist. */
export async function findTakenNames(repository: Repository, run: RunId, plan: Plan): Promise<string[]> {
  const branches = await listRefs(repository, ['refs/heads'])
  return chooseTaken(run, plan, new Set(branches.map(({ name }) => name)))
}

/** @param branches All existing branches, as refs. */
export function chooseTaken(run: RunId, plan: Plan, branches: ReadonlySet<string>): string[] {
  const names = listNames(run, plan)
  const folders = new Set(names.flatMap(listFolders))
  const own = new Set(names)
  return [...branches].filter(
    name => own.has(name) || folders.has(name) || listFolders(name).some(folder => own.has(folder)),
  )
}

/** The parent folders of a ref, below refs/heads. */
function listFolders(ref: string): string[] {
  const parts = ref.split('/')
  return parts.slice(3).map((_, index) => parts.slice(0, index + 3).join('/'))
}

function listNames(run: RunId, { tasks, branch: pattern }: Pick<Plan, 'tasks' | 'branch'>): string[] {
  const { integration, branch } = toRunRefs(run, pattern)
  return [integration, ...tasks.map(({ id }) => branch(id))]
}

/** @param remote Where they are; undefined: here. */
export function toTakenText(taken: readonly string[], pattern: string, remote?: string): string {
  const names = listSome(taken.map(toBranchName), 3)
  const clean = remote === undefined ? 'clean' : 'clean --remote'
  return `\`branch: ${pattern}\` needs names that branches ${remote === undefined ? 'here' : `of ${remote}`} already have: ${names}. Rename or delete those ("parallel-agents ${clean}" deletes those of finished runs that are merged), or put {run} into the pattern:\n    branch: "${addRunPlaceholder(pattern)}"`
}

function addRunPlaceholder(pattern: string): string {
  return pattern.includes('{run}') ? fillBranchPattern(pattern, '{run}', 'task-{task}') : `${pattern}-{run}`
}

/** Of two runs that start at once, at least one sees the other and stops. */
async function tryRivalText(repository: Repository, run: RunId, plan: Plan): Promise<string | undefined> {
  const names = new Set(listNames(run, plan))
  for (const other of await listRuns(repository)) {
    if (other === run || !(await isUnfinished(repository, other))) continue
    const { pattern, refs } = await openStore(repository, other)
    const isRival =
      pattern !== undefined &&
      [refs.integration, ...plan.tasks.map(({ id }) => refs.branch(id))].some(name => names.has(name))
    if (isRival)
      return `run ${other} is unfinished and uses the same branch names (\`branch: ${pattern}\`): wait for it, resume it ("parallel-agents run --resume ${other}"), discard it ("parallel-agents discard ${other}"), or put {run} into the pattern:\n    branch: "${addRunPlaceholder(pattern)}"`
  }
  return undefined
}

/** The plan to continue a run with: its branches keep their names. */
export function withNamesOf(stored: CheckedPlan, next: CheckedPlan, emit: EmitEvent): CheckedPlan {
  const { branch, target } = stored.plan
  if (next.plan.branch !== branch) {
    const text = `the branches of this run keep their names (${branch ?? 'agents/<run>/tasks/<task>'}): a changed \`branch\` applies to new runs`
    emit({ kind: 'notice', text })
  }
  const { branch: _, ...plan } = next.plan
  const named = branch === undefined ? plan : { ...plan, branch }
  return {
    ...next,
    file: { ...next.file, branch },
    plan: { ...named, target: next.plan.target ?? target ?? '' },
  }
}
