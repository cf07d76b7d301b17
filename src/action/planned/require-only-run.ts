import * as z from 'zod'
import { isRunActive } from '../../commands/comment/stop-runs.ts'
import { type GitHubReader, GitHubRefusal } from '../../commands/github/ask-github.ts'
import type { Plan } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { tryOpenClient } from '../github/open-client.ts'
import type { Step } from '../step/step.ts'
import { releasePlan, tryClaimPlan } from './claim-plan.ts'
import { toAttempt } from './planned-run.ts'

/**
 * Refuses a plan on which another workflow run works for the same target: both would pay for the same tasks, and end in one pull
 * request. Nothing is refused if claims cannot be left or read.
 */
export async function requireOnlyRun(step: Step, plan: Plan, target: string): Promise<void> {
  const claim = await tryClaimPlan(step, plan, target)
  if (claim === undefined) return
  const other = await tryOtherRun(step, claim)
  if (other === undefined) return
  await releasePlan(step, plan, target)
  throw new RefusedError(toRefusal(step, other, target))
}

async function tryOtherRun(step: Step, name: string): Promise<number | undefined> {
  const github = tryOpenClient(step)
  if (github === undefined) return undefined
  try {
    const own = Number(step.env.GITHUB_RUN_ID)
    // If two start at the same time, the later one is refused; a repeated one yields to every other.
    const isBefore = (id: number) => id < own || (id !== own && toAttempt(step.env) > 1)
    for (const id of (await listClaims(github, name)).filter(isBefore))
      if (await isRunActive(github, id)) return id
    return undefined
  } catch (error) {
    if (!(error instanceof GitHubRefusal)) throw error
    step.log.line(
      `could not check for other active runs of this plan: ${error.message}. Give the job \`permissions: { actions: read }\``,
    )
    return undefined
  }
}

const runSchema = z.object({
  id: z.number().int(),
  repository_id: z.number().optional(),
  head_repository_id: z.number().nullish(),
})
const artifactsSchema = z.object({
  artifacts: z.array(z.object({ expired: z.boolean().nullish(), workflow_run: runSchema.nullish() })),
})

/** The workflow runs with a claim. Those of forks do not count: strangers could block a plan. */
async function listClaims(github: GitHubReader, name: string): Promise<number[]> {
  const answer = await github.get(`/actions/artifacts?name=${name}&per_page=100`)
  const runs = artifactsSchema.parse(answer).artifacts.flatMap(({ expired, workflow_run: run }) => {
    if (expired === true || run == null) return []
    return (run.head_repository_id ?? run.repository_id) === run.repository_id ? [run.id] : []
  })
  return [...new Set(runs)]
}

function toRefusal({ env }: Step, other: number, target: string): string {
  const url = `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${other}`
  return `nothing was started: another workflow run works on this plan for ${target}: ${url}
Wait for its end or cancel it, then re-run this one. To let runs wait for each other, write in the calling workflow:
    concurrency: { group: agents, cancel-in-progress: false }`
}
