import { toPlannerPrompt } from '../../agents/prompts/planner-prompt.ts'
import type { Task } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { addUsage, type Usage } from '../../model/usage.ts'
import type { Survey } from '../../plan/coupling/coupled-tasks.ts'
import { type Proposal, proposalSchema } from '../../plan/proposal/proposal.ts'
import { toCount } from '../../report/text/text.ts'
import type { RunContext } from '../../run/run-context.ts'
import { askAgent } from '../../tasks/asking/ask-agent.ts'
import { readJsonAnswer } from '../../tasks/asking/read-json-answer.ts'
import { toReviewAgent } from '../../tasks/review/review-task.ts'

export interface PlannerRequest {
  readonly request: string
  readonly findings: string
  readonly survey: Survey
  readonly agents: readonly string[]
  readonly commands: readonly string[]
  /** All problems of a plan. */
  readonly check: (proposal: Proposal) => readonly string[]
}

export interface PlannerAnswer {
  readonly proposal: Proposal
  readonly usage: Usage | undefined
}

/** How often problems are sent back to the planner. */
const mostCorrections = 2
const shownTies = 40
const shownProblems = 30

/** Has a plan written, and corrected. Refuses if it is still invalid. */
export async function askPlanner(context: RunContext, request: PlannerRequest): Promise<PlannerAnswer> {
  let usage: Usage | undefined
  let earlier: { answer: string; problems: readonly string[] } | undefined
  for (let correction = 0; correction <= mostCorrections; correction++) {
    const reply = await ask(context, request, earlier)
    usage = addUsage(usage, reply.usage)
    if (reply.kind === 'stopped') throw new RefusedError('planning was stopped: nothing was written')
    if (reply.kind !== 'answered')
      throw new RefusedError(`the planner (${reply.agent}) wrote no plan: ${reply.reason}`)
    const problems = request.check(reply.value)
    if (problems.length === 0) return { proposal: reply.value, usage }
    earlier = { answer: JSON.stringify(reply.value, null, 2), problems: problems.slice(0, shownProblems) }
    const text = `the plan has ${toCount(problems.length, 'problem')}: ${problems.slice(0, 3).join('; ')}`
    context.emit({ kind: 'notice', text })
  }
  throw new RefusedError(
    `the plan was refused ${mostCorrections + 1} times, and nothing was written. Problems of the last one:\n${earlier?.problems.map(problem => `  ${problem}`).join('\n')}`,
  )
}

function ask(
  context: RunContext,
  { request, findings, survey, agents, commands }: PlannerRequest,
  earlier: { readonly answer: string; readonly problems: readonly string[] } | undefined,
) {
  const task = context.plan.tasks.at(-1) as Task
  const ties = survey.coChanges
    .slice(0, shownTies)
    .map(({ files: [a, b], commits }) => `${a} and ${b} changed together in ${commits} commits`)
  return askAgent(
    context,
    {
      name: `_${task.id}`,
      purpose: 'the plan',
      agent: toReviewAgent(context, {}, task.agent),
      task,
      isOfTask: true,
      commit: context.base,
      log: context.paths.log(task.id),
      files: { 'findings.md': findings },
      toPrompt: ({ answerFile }) =>
        toPlannerPrompt({ request, findings, ties, agents, commands, earlier, answerFile }),
    },
    texts => readJsonAnswer(texts, proposalSchema),
  )
}
