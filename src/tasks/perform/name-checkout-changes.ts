import type { TaskId } from '../../model/plan.ts'
import { toCheckoutChangesText } from '../../report/text/checkout-changes.ts'
import type { RunContext } from '../../run/run-context.ts'
import { writeLogLine } from '../../run/task-log.ts'

/** Maximum paths in a report. */
const mostPaths = 100

/** Reports changes in the user's own checkout while a task ran. They are left in place. */
export async function nameCheckoutChanges(context: RunContext, task: TaskId): Promise<string[]> {
  const { changes, fresh, running } = await context.checkoutWatch.end(task)
  if (changes.length > 0) {
    await writeLogLine(context.paths.log(task), toCheckoutChangesText(changes, [task]))
  }
  if (fresh.length > 0) {
    const text = `${toCheckoutChangesText(fresh, running)}: if that was not you, an agent worked in the wrong folder. Nothing was undone; check with "git status"`
    context.emit({ kind: 'notice', text })
  }
  return changes.slice(0, mostPaths)
}
