import { withAncestors } from '../plan/graph.ts'
import type { CheckedPlan } from '../plan/read-plan.ts'
import { readPlan } from '../plan/read-plan.ts'
import { RefusedError } from '../plan/refused-error.ts'
import { didYouMean } from '../plan/suggest.ts'

/** The part of a plan that consists of some tasks and all that they need. */
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
  const tasks = Object.fromEntries(Object.entries(checked.file.tasks).filter(([id]) => needed.has(id)))
  const selected = readStoredPlan(JSON.stringify({ ...checked.file, tasks }))
  const added = [...needed].filter(id => !only.includes(id))
  const notice = `also selected, because others need them: ${added.join(', ')}`
  return { ...selected, notices: added.length === 0 ? selected.notices : [...selected.notices, notice] }
}

/** Reads a plan that was stored with a run. It is checked again: anybody may have written it. */
export function readStoredPlan(text: string): CheckedPlan {
  return readPlan({ name: 'the stored plan', text, readPrompt: () => undefined })
}
