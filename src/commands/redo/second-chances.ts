import { findCheckouts } from '../../git/checkouts/checkouts.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { integrate } from '../../integration/integrate.ts'
import type { Integrated } from '../../integration/integrated.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import type { ConflictReport } from '../../model/report.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toBranchName } from '../../run/run-refs.ts'
import { redoTask } from '../../tasks/perform/perform-task.ts'
import { prepareStart } from '../../tasks/perform/prepare-start.ts'
import { checkRebase, toChoicesFile } from './rebase-proof.ts'
import { type RedoFacts, toRebaseFeedback, toRepairFeedback, toRetryFeedback } from './redo-feedback.ts'

/**
 * Integrates, and lets tasks whose branches conflict or break the test be redone on top of what landed, if the plan says so: one
 * after another, so that each sees the previous ones. Every result is merged and tested like any other.
 */
export async function integrateWithSecondChances(
  context: RunContext,
  base: ObjectId,
  results: Map<TaskId, TaskResult>,
): Promise<Integrated> {
  const redone = new Set<TaskId>()
  const solved: ConflictReport[] = []
  let integrated = await integrate(context, base, results)
  for (;;) {
    const task = context.signal.aborted ? undefined : chooseNext(context, integrated, redone)
    if (task === undefined) return integrated
    redone.add(task.id)
    if (await isCheckedOut(context, task.id)) continue
    const before = results.get(task.id) as TaskResult
    const result = await redo(context, { integrated, task, before, results })
    context.emit({ kind: 'task-ended', task: task.id, result })
    results.set(task.id, result)
    if (result.commit === before.commit) continue
    const again = await integrate(context, base, results)
    solved.push(...toSolved(integrated, task.id))
    const conflicts = [...again.conflicts, ...solved.filter(conflict => isLanded(again, conflict.task))]
    integrated = { ...again, conflicts, testRuns: integrated.testRuns + again.testRuns }
  }
}

/** The conflicts of a task that its agent has now solved by itself, if its branch lands: the merge of that has none. */
function toSolved({ conflicts }: Integrated, task: TaskId): ConflictReport[] {
  return conflicts
    .filter(conflict => conflict.task === task && conflict.resolution === 'unresolved')
    .map(conflict => ({ ...conflict, resolution: 'agent', detail: solvedText, candidates: [] }))
}

const solvedText = 'its own agent redid its work on top of what had landed'

function isLanded({ landings }: Integrated, task: TaskId): boolean {
  return landings.get(task)?.landing === 'landed'
}

/** A checked-out branch does not move. */
async function isCheckedOut({ repository, store, emit }: RunContext, task: TaskId): Promise<boolean> {
  const branch = toBranchName(store.refs.branch(task))
  const [checkout] = await findCheckouts(repository, branch)
  if (checkout === undefined) return false
  emit({
    kind: 'notice',
    text: `${task} is not retried: ${branch} is checked out in ${checkout.directory}`,
  })
  return true
}

async function redo(context: RunContext, facts: RedoFacts): Promise<TaskResult> {
  const { integrated, task, before, results } = facts
  const { repair, agentRounds } = context.plan.integration
  const tip = integrated.tip.commit
  if (integrated.landings.get(task.id)?.landing === 'conflicted') {
    const paths = integrated.conflicts.filter(conflict => conflict.task === task.id).map(({ path }) => path)
    const feedback = toRebaseFeedback(context, facts, toChoicesFile(context, task.id))
    const check = (tree: ObjectId) => checkRebase(context, { task: task.id, before, tip, paths }, tree)
    return redoTask(context, task, results, { start: tip, feedback, before, rounds: agentRounds, check })
  }
  if (repair === undefined)
    return redoTask(context, task, results, {
      start: tip,
      feedback: toRetryFeedback(facts),
      before,
      rounds: 1,
    })
  // Tests the task's own branch on top of what landed.
  const onTip = { ...context, start: tip }
  const merged = await prepareStart(onTip, { ...task, needs: [task.id], after: [] }, results)
  if (merged.kind === 'conflicted') return before
  const repairing = { ...task, agent: repair.agent, retryChanges: [] }
  const feedback = toRepairFeedback(context, facts)
  const { rounds } = repair
  context.emit({ kind: 'notice', text: `${task.id} breaks the tests: asking ${repair.agent} to repair it` })
  return redoTask(context, repairing, results, { start: merged.commit, feedback, before, rounds })
}

function chooseNext(
  { plan }: RunContext,
  { landings, problem }: Integrated,
  redone: ReadonlySet<TaskId>,
): Task | undefined {
  if (problem !== null) return undefined
  const { onConflict, onEvict, repair } = plan.integration
  return plan.tasks.find(({ id }) => {
    const landing = landings.get(id)?.landing
    const isMeant =
      (landing === 'conflicted' && onConflict === 'agent') ||
      (landing === 'evicted' && (onEvict === 'retry' || repair !== undefined))
    return isMeant && !redone.has(id)
  })
}
