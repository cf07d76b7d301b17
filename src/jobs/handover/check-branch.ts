import { readCommitText } from '../../git/objects/commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { Quarantine } from '../../git/quarantine/quarantine.ts'
import { ChangeFinder, type FoundChanges } from '../../git/quarantine/quarantine-changes.ts'
import { type History, listContained, readHistory } from '../../git/quarantine/quarantine-commits.ts'
import { QuarantineError } from '../../git/quarantine/quarantine-error.ts'
import { prerequisites, type Task } from '../../model/plan.ts'
import { checkChanges, checkHistory } from '../../tasks/gates/change-gates.ts'
import type { GateInput } from '../../tasks/gates/gate.ts'
import { type PreparedStart, prepareStart } from '../../tasks/perform/prepare-start.ts'
import { tryChangesProblem } from './check-changes.ts'
import type { IntakeContext } from './intake-context.ts'
import type { Manifest } from './manifest.ts'
import { requireNone } from './take-bundle.ts'

/** A task's branch in quarantine. */
export interface BranchIntake {
  readonly task: Task
  readonly manifest: Manifest
  readonly start: ObjectId
  readonly head: ObjectId
}

/**
 * Checks a branch in quarantine: it starts from the merge of its task's prerequisites, and each further commit passes the gates, as
 * does the whole.
 */
export async function checkHandedBranch(
  context: IntakeContext,
  quarantine: Quarantine,
  branch: BranchIntake,
): Promise<void> {
  const { head, start } = branch
  const history = await readHistory(quarantine, {
    head,
    without: context.start,
    most: context.limits.commits,
  })
  const own = listOwn(history, context, branch)
  const finder = new ChangeFinder(quarantine, context.limits.entries)
  for (const commit of own) await checkCommit({ context, quarantine, branch, finder }, commit, history)
  const changes = await finder.find(await readTree(quarantine, start), await requireTree(quarantine, branch))
  checkWhole(context, branch, changes)
  await requireStart(context, quarantine, branch, listContained(history, start))
}

/** The task's own commits. */
function listOwn(history: History, context: IntakeContext, { start }: BranchIntake): ObjectId[] {
  const inStart = listContained(history, start)
  const own = [...history.keys()].filter(id => !inStart.has(id))
  const isKnown = start === context.start || history.has(start)
  if (!isKnown || !own.some(id => history.get(id)?.includes(start)))
    throw new QuarantineError(`its commits do not descend from its start ${start}`)
  return own
}

interface CommitCheck {
  readonly context: IntakeContext
  readonly quarantine: Quarantine
  readonly branch: BranchIntake
  readonly finder: ChangeFinder
}

/** A commit against each of its parents; a root commit adds everything in it. */
async function checkCommit(check: CommitCheck, commit: ObjectId, history: History): Promise<void> {
  const { context, quarantine, branch, finder } = check
  const parents: readonly ObjectId[] = history.get(commit) ?? []
  const tree = await readTree(quarantine, commit)
  const before = await Promise.all(parents.map(parent => readTree(quarantine, parent)))
  for (const from of before.length === 0 ? [undefined] : before) {
    const found = await finder.find(from, tree)
    requireNone(tryChangesProblem(found))
    requireNone(checkHistory(toInput(context, branch.task, found))?.reason)
  }
}

/** All commits together, and whether they match the manifest. */
function checkWhole(context: IntakeContext, { task, manifest }: BranchIntake, found: FoundChanges): void {
  const { files } = context.limits
  const count = found.changes.length
  if (count > files) throw new QuarantineError(`it changes too many files: ${count}, more than ${files}`)
  requireNone(tryChangesProblem(found))
  requireNone(checkChanges(toInput(context, task, found))?.reason)
  if (count !== manifest.result.filesChanged)
    throw new QuarantineError(
      `its manifest does not match: it changes ${count} files, not ${manifest.result.filesChanged}`,
    )
}

function toInput({ plan }: IntakeContext, task: Task, { changes }: FoundChanges): GateInput {
  const gated = changes.map(change => ({ ...change, linkTarget: undefined })) // links are refused before
  return { plan, task, changes: gated, problems: [] }
}

async function readTree({ repository }: Quarantine, commit: ObjectId): Promise<ObjectId> {
  const object = await repository.objects.read(commit)
  if (object?.type !== 'commit') throw new QuarantineError(`there is no commit ${commit}`)
  return readCommitText(object.content.toString('latin1')).tree
}

async function requireTree(
  quarantine: Quarantine,
  { head, manifest }: Pick<BranchIntake, 'head' | 'manifest'>,
): Promise<ObjectId> {
  const tree = await readTree(quarantine, head)
  if (tree === manifest.branch?.tree) return tree
  throw new QuarantineError(
    `wrong tree: its commit has ${tree}, and its manifest says ${manifest.branch?.tree}`,
  )
}

/**
 * Rebuilds the start, in quarantine, from the imported branches: the same merge is the same commit. Tasks that it only comes after
 * count if it contains them. The other job may not have known what its prerequisites needed.
 */
async function requireStart(
  context: IntakeContext,
  { repository, control }: Quarantine,
  { task, start }: BranchIntake,
  inStart: ReadonlySet<ObjectId>,
): Promise<void> {
  const { base, store, plan, results } = context
  const facts = { repository, control, plan, run: store.run, base, start: context.start }
  const known = [...results].filter(
    ([id, { commit }]) => task.needs.includes(id) || inStart.has(commit ?? ''),
  )
  const direct = known.filter(([id]) => prerequisites(task).includes(id))
  const made = await prepareStart(facts, task, new Map(known))
  if (isAt(made, start) || isAt(await prepareStart(facts, task, new Map(direct)), start)) return
  const commit = made.kind === 'ready' ? made.commit : made.reason
  throw new QuarantineError(`wrong start: it starts from ${start}, but its prerequisites merge to ${commit}`)
}

function isAt(made: PreparedStart, start: ObjectId): boolean {
  return made.kind === 'ready' && made.commit === start
}
