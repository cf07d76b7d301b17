import { findCheckouts } from '../git/checkouts/checkouts.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import { type Integrated, integrate } from '../integration/integrate.ts'
import type { Task, TaskId } from '../model/plan.ts'
import type { TaskResult } from '../model/task-result.ts'
import type { RunContext } from '../run/run-context.ts'
import { toBranchName } from '../run/run-refs.ts'
import { redoTask } from '../tasks/perform/perform-task.ts'

/**
 * Integrates, and lets tasks whose branches conflict or break the test be done once more on top of what landed, if the plan wants
 * that: one after another, so that each sees the work of those before it. Every result is merged and tested like any other.
 */
export async function integrateWithSecondChances(
  context: RunContext,
  base: ObjectId,
  results: Map<TaskId, TaskResult>,
): Promise<Integrated> {
  const had = new Set<TaskId>()
  let integrated = await integrate(context, base, results)
  for (;;) {
    const task = context.signal.aborted ? undefined : chooseNext(context, integrated, had)
    if (task === undefined) return integrated
    had.add(task.id)
    if (await isCheckedOut(context, task.id)) continue
    const before = results.get(task.id) as TaskResult
    const redo = { start: integrated.tip.commit, feedback: toFeedback(integrated, before), before }
    const result = await redoTask(context, task, results, redo)
    context.emit({ kind: 'task-ended', task: task.id, result })
    results.set(task.id, result)
    if (result.commit === before.commit) continue
    const again = await integrate(context, base, results)
    integrated = { ...again, testRuns: integrated.testRuns + again.testRuns }
  }
}

/** A branch that is checked out does not move. */
async function isCheckedOut({ repository, store, emit }: RunContext, task: TaskId): Promise<boolean> {
  const branch = toBranchName(store.refs.branch(task))
  const [checkout] = await findCheckouts(repository, branch)
  if (checkout === undefined) return false
  emit({
    kind: 'notice',
    text: `${task} is not done once more: ${branch} is checked out in ${checkout.directory}`,
  })
  return true
}

function chooseNext(
  { plan }: RunContext,
  { landings, trouble }: Integrated,
  had: ReadonlySet<TaskId>,
): Task | undefined {
  if (trouble !== null) return undefined
  const { onConflict, onEvict } = plan.integration
  return plan.tasks.find(({ id }) => {
    const landing = landings.get(id)?.landing
    const isMeant =
      (landing === 'conflicted' && onConflict === 'agent') || (landing === 'evicted' && onEvict === 'retry')
    return isMeant && !had.has(id)
  })
}

function toFeedback({ landings }: Integrated, { task, base, commit }: TaskResult): string {
  const landing = landings.get(task)
  const what =
    landing?.landing === 'conflicted'
      ? `Your work could not be merged: it ${landing.reason}.`
      : `Your work breaks the tests when it is merged with that of others:\n${landing?.reason}`
  return (
    `${what}\n\nYou start again, from the merged work of all others. What you had done is in the commits ${base?.slice(0, 12)}..${commit?.slice(0, 12)} ` +
    '(see it with "git diff"). Do the task on top of what is there now, and keep what the others did.'
  )
}
