import { toFence } from '../../agents/prompts/fence.ts'
import { toPlainCharacters } from '../../model/foreign-text.ts'
import type { TaskId } from '../../model/plan.ts'
import type { CheckedPlan } from '../../plan/schema/read-plan.ts'
import { readStoredPlan, toStoredText } from '../../plan/schema/stored-plan.ts'

/** A plan with people's feedback for some tasks: they count as changed, and are redone. */
export function withFeedback(checked: CheckedPlan, tasks: readonly TaskId[], words: string): CheckedPlan {
  const said = `# Feedback on the last attempt\n\nThis was tried before; a person with push access requests the following:\n\n${toFence(toPlainCharacters(words))}`
  const { file, order } = checked
  const changed = Object.fromEntries(
    order.map(id => {
      const entry = file.tasks[id] ?? {}
      return [id, tasks.includes(id) ? { ...entry, prompt: `${entry.prompt ?? ''}\n\n${said}` } : entry]
    }),
  )
  return readStoredPlan(toStoredText({ ...file, tasks: changed }, order))
}
