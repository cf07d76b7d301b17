import type { TaskId } from '../../model/plan.ts'
import type { PlanFile } from '../file/plan-file.ts'
import { type CheckedPlan, readPlan } from './read-plan.ts'

/** A plan as stored with a run: JSON with the tasks in order. The same plan always gives the same text. */
export function toStoredText(file: PlanFile, order: readonly TaskId[]): string {
  const tasks = order.map(id => `    ${JSON.stringify(id)}: ${JSON.stringify(file.tasks[id])}`)
  const entries = Object.entries(file)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        `  ${JSON.stringify(key)}: ${key === 'tasks' ? `{\n${tasks.join(',\n')}\n  }` : JSON.stringify(value)}`,
    )
  return `{\n${entries.join(',\n')}\n}\n`
}

/** Reads a plan that was stored with a run. It is checked again: anyone may have written it. */
export function readStoredPlan(text: string): CheckedPlan {
  return readPlan({ name: 'the stored plan', text, readPrompt: () => undefined, isFolder: () => false })
}
