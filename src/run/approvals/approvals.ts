import * as z from 'zod'
import type { TaskId } from '../../model/plan.ts'
import { waitsForPerson } from '../../model/task-result.ts'
import { steadyTime } from '../../model/timing/steady-clock.ts'
import type { RunStore } from '../run-store.ts'

export const longestNote = 4000

const decisionSchema = z.object({
  /** The blob of the plan in question: another plan needs a new decision. */
  plan: z.string(),
  isApproved: z.boolean(),
  /** The requested changes, if it is not approved. */
  note: z.string().max(longestNote),
  at: z.string(),
  /** Whether the present plan was made after it, which needs a decision of its own. */
  isAnswered: z.boolean().default(false),
})

export type Decision = Readonly<z.output<typeof decisionSchema>>

/** A plan for a task that a person approves before the work. */
export interface WorkPlan {
  readonly id: string
  readonly text: string
}

/** Each plan needs a decision of its own, even if it has the text of the last one. */
export async function saveWorkPlan(store: RunStore, task: TaskId, text: string): Promise<void> {
  const { refs } = store
  const last = await readDecision(store, task)
  const answered = last && (await store.writeJson({ ...last, isAnswered: true }))
  await store.pointRefs([
    [refs.approval(task), answered],
    [refs.workPlan(task), await store.writeText(text)],
  ])
}

async function readWorkPlan(store: RunStore, task: TaskId): Promise<WorkPlan | undefined> {
  const id = await store.resolve(store.refs.workPlan(task))
  const text = id === undefined ? undefined : await store.readText(store.refs.workPlan(task))
  return id === undefined || text === undefined ? undefined : { id, text }
}

/** Also one of a task that another job has handed over: its result holds it. */
export async function recoverWorkPlan(store: RunStore, task: TaskId): Promise<WorkPlan | undefined> {
  const there = await readWorkPlan(store, task)
  if (there !== undefined) return there
  const result = await store.readResult(task)
  if (result === undefined || !waitsForPerson(result) || result.workPlan === null) return undefined
  await saveWorkPlan(store, task, result.workPlan)
  return readWorkPlan(store, task)
}

/** A person's decision on the current proposal. */
export async function readDecision(store: RunStore, task: TaskId): Promise<Decision | undefined> {
  const proposed = await store.resolve(store.refs.workPlan(task))
  const decision = await readLastDecision(store, task)
  const isCurrent = decision?.plan === proposed && decision?.isAnswered === false
  return isCurrent ? decision : undefined
}

/** A person's last decision, even if there is another plan since. */
export function readLastDecision(store: RunStore, task: TaskId): Promise<Decision | undefined> {
  return store.readJson(store.refs.approval(task), decisionSchema)
}

/** @param note The requested changes; empty: the plan is approved. */
export async function saveDecision(
  store: RunStore,
  task: TaskId,
  { id }: WorkPlan,
  note: string,
): Promise<void> {
  const decision = { plan: id, isApproved: note === '', note, at: steadyTime(), isAnswered: false }
  await store.pointRefs([[store.refs.approval(task), await store.writeJson(decision)]])
}
