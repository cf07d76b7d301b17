import type { RunId } from '../../run/run-id.ts'
import { choosePlan, isOutrun, outrunText, type PlanChoice } from './choose-plan.ts'
import { foreignPullText, readOwnTexts, tryRunId } from './find-run.ts'
import { toWorkFinder } from './find-work.ts'
import { type AnsweredCommand, type Order, toRefused } from './order.ts'
import type { CommentCommand } from './read-command.ts'
import type { Comment } from './read-event.ts'
import { tryUnclear } from './unclear-command.ts'

type CommandOfRun = Extract<CommentCommand, { readonly kind: 'retry' | 'approve' }>

/** Continues the run that was started here. */
export async function continueByComment(
  order: Order,
  comment: Comment,
  command: CommandOfRun,
): Promise<AnsweredCommand> {
  const { github, runUrl } = order
  const { number, isOnPull, body } = comment
  const unclear = tryUnclear(body)
  if (unclear !== undefined) return toRefused(`Not started: ${unclear}`)
  const busy = await toWorkFinder(github, runUrl)(number)
  if (busy !== undefined) return toRefused(`Not started: ${busy}`)
  const run = tryRunId(await readOwnTexts(github, await github.viewer(), number, isOnPull))
  if (run === undefined)
    return toRefused(isOnPull ? foreignPullText : 'no run is known here: `/agents run` starts one')
  const { kind, words } = command
  const task = command.task ?? (isOnPull ? undefined : `issue-${number}`)
  if (kind === 'approve')
    return approve(order, comment, { run, words, task, plans: await order.readPlans(run) })
  const what = command.task === undefined ? '' : `: redoing \`${task}\``
  return { kind, isDone: true, said: `Resuming run \`${run}\`${what}.`, run, task, words }
}

async function approve(
  { github }: Order,
  comment: Comment,
  { run, words, ...choice }: PlanChoice & { readonly run: RunId; readonly words: string },
): Promise<AnsweredCommand> {
  const chosen = choosePlan(choice)
  if (typeof chosen === 'string') return toRefused(chosen)
  if (await isOutrun(github, await github.viewer(), comment)) return toRefused(outrunText)
  const { id: plan, task } = chosen
  const what = words === '' ? `the plan of \`${task}\` is approved` : `planning \`${task}\` again`
  return { kind: 'approve', isDone: true, said: `Resuming run \`${run}\`: ${what}.`, run, task, plan, words }
}
