import type { Report, TaskReport } from '../../model/report.ts'
import { toAmountText, toRunCost } from '../../report/text/cost.ts'
import { needsAnother } from '../../report/text/next-commands.ts'

/**
 * The outputs of a run. Lists are JSON arrays of ids. A task that should have landed and did not is in one of two: conflicted, or
 * failed for any other reason.
 *
 * @param path Where the report was written.
 */
export function toRunOutputs(report: Report, path: string): Record<string, string> {
  const idsOf = (isWanted: (task: TaskReport) => boolean) =>
    JSON.stringify(Object.keys(report.tasks).filter(id => isWanted(report.tasks[id] as TaskReport)))
  return {
    run: report.run,
    status: report.status,
    'landed-tasks': idsOf(task => task.landing === 'landed'),
    'failed-tasks': idsOf(task => needsAnother(task) && task.landing !== 'conflicted'),
    'conflicted-tasks': idsOf(task => task.landing === 'conflicted'),
    'integration-branch': report.integration.branch ?? '',
    'total-cost-usd': toAmountText(toRunCost(report)),
    report: path,
  }
}
