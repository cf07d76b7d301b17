import { RefusedError } from '../model/refused-error.ts'
import { withAncestors } from '../plan/graph/graph.ts'
import type { CheckedPlan } from '../plan/schema/read-plan.ts'
import { readStoredPlan, toStoredText } from '../plan/schema/stored-plan.ts'
import { didYouMean } from '../plan/schema/suggest.ts'

/** The part of a plan with some tasks and all their prerequisites. */
export function selectTasks(checked: CheckedPlan, only: readonly string[]): CheckedPlan {
  const known = checked.plan.tasks.map(task => task.id)
  const unknown = only.filter(id => !known.includes(id))
  if (unknown.length > 0) {
    const sentences = unknown.map(id => `\`${id}\` is not a task of this plan${didYouMean(id, known)}`)
    throw new RefusedError(sentences.join('\n'))
  }
  const needed = withAncestors(
    checked.plan.tasks.map(task => ({ ...task, after: [] })),
    only,
  )
  const selected = readStoredPlan(
    toStoredText(
      checked.file,
      checked.order.filter(id => needed.has(id)),
    ),
  )
  const added = [...needed].filter(id => !only.includes(id))
  const notice = `also selected as prerequisites: ${added.join(', ')}`
  return { ...selected, notices: added.length === 0 ? selected.notices : [...selected.notices, notice] }
}
