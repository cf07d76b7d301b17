import { approvePlan, listWaitingPlans } from '../../commands/approve/approve-plan.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import { waitsForPerson } from '../../model/task-result.ts'
import { toPlainText } from '../../report/text/text.ts'
import { ask } from './ask.ts'
import type { Terminal } from './terminal.ts'

/** Asks about each plan of a run that waits for approval. Returns whether any was decided. */
export async function askAboutPlans(
  terminal: Terminal,
  repository: Repository,
  { run, tasks }: Report,
): Promise<boolean> {
  if (!Object.values(tasks).some(waitsForPerson)) return false
  const { plans } = await listWaitingPlans(repository, run)
  let isDecided = false
  for (const { task, plan } of plans) {
    const lines = plan.split('\n').map(line => `  ${toPlainText(line)}`)
    terminal.narrate([`the plan of ${task}:`, '', ...lines, ''].join('\n'))
    const answer =
      (await ask(`approve the plan of ${task}? [y = yes, n = not now, or the changes to make] `))?.trim() ??
      ''
    if (answer === '' || /^n(o)?$/i.test(answer)) continue
    isDecided = true
    if (!(await isWaiting(repository, run, task))) {
      terminal.narrate(`the plan of ${task} was decided in another terminal meanwhile`)
      continue
    }
    await approvePlan(repository, { run, task, changes: /^y(es)?$/i.test(answer) ? '' : answer })
  }
  return isDecided
}

async function isWaiting(repository: Repository, run: string, task: TaskId): Promise<boolean> {
  const { plans } = await listWaitingPlans(repository, run)
  return plans.some(plan => plan.task === task)
}
