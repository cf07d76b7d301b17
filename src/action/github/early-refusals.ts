import * as z from 'zod'
import type { Land } from '../../model/plan.ts'
import { withAdvice } from './advice.ts'
import { type GitHub, GitHubError } from './github.ts'

const rulesSchema = z.array(z.object({ type: z.string(), ruleset_id: z.number().optional() }))

export interface LandingSite {
  /** A branch that the run will push, without `refs/heads/`. */
  readonly branch: string
  /** A pattern for all branches that it will push, for rulesets. */
  readonly glob: string
  readonly target: string
  readonly land: Land
}

/** What is known before any agent starts. */
export interface EarlyAnswer {
  /** GitHub would refuse these at the end. */
  readonly refusals: readonly string[]
  /** Not refused, but people will notice these. */
  readonly warnings: readonly string[]
}

/** Asks GitHub what it would refuse after all agents have cost money. Unanswerable questions are ignored. */
export async function findEarlyRefusals(github: GitHub, site: LandingSite): Promise<EarlyAnswer> {
  const own = await fetchRules(github, site.branch)
  const ofTarget = await fetchRules(github, site.target)
  const opens = site.land === 'pull-request' ? await tryOpeningRefusal(github, site.target) : []
  return {
    refusals: [...toBranchRefusals(github, site, own), ...toPushRefusals(site, ofTarget), ...opens],
    warnings: toMergeWarnings(site, ofTarget),
  }
}

/** Active rules of a branch, existing or not, by type, with the page that changes each. */
type Rules = ReadonlyMap<string, number | undefined>

async function fetchRules(github: GitHub, branch: string): Promise<Rules> {
  try {
    const answer = await github.ask('GET', `/rules/branches/${encodeURIComponent(branch)}`)
    const rules = rulesSchema.safeParse(answer)
    return new Map((rules.data ?? []).map(({ type, ruleset_id }) => [type, ruleset_id]))
  } catch (error) {
    if (error instanceof GitHubError) return new Map() // a server without rulesets, or an outage
    throw error
  }
}

const branchRules = {
  required_signatures: 'requires signed commits, but commits of agents are unsigned',
  creation: 'does not let anyone create branches',
} as const

function toBranchRefusals({ page }: GitHub, { glob }: LandingSite, rules: Rules): string[] {
  return Object.entries(branchRules).flatMap(([type, what]) =>
    rules.has(type)
      ? [
          `a ruleset of ${page} applies to branches of agents, and ${what}. Exclude \`${glob}\` from its target branches: ${page}/rules/${rules.get(type) ?? ''}`,
        ]
      : [],
  )
}

function toPushRefusals({ land, target }: LandingSite, rules: Rules): string[] {
  if (land !== 'push' || !rules.has('required_signatures')) return []
  return [
    `${target} requires signed commits, but commits of agents are unsigned. Let people merge them, in the plan or as an input:\n    land: pull-request`,
  ]
}

function toMergeWarnings({ land, target }: LandingSite, rules: Rules): string[] {
  if (land !== 'pull-request' || !rules.has('required_signatures')) return []
  return [
    `${target} requires signed commits, but commits of agents are unsigned: merge the pull request by "Squash and merge", which GitHub signs`,
  ]
}

/** Requests an impossible pull request: from a branch to itself. Missing permissions are reported before that. */
async function tryOpeningRefusal(github: GitHub, target: string): Promise<string[]> {
  try {
    await github.ask('POST', '/pulls', { head: target, base: target, title: 'May pull requests be opened?' })
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    const isRefused =
      error.status === 401 ||
      /not permitted to create or approve|by personal access token/i.test(error.message)
    return isRefused ? [`no pull request can be opened here: ${withAdvice(error)}`] : []
  }
  return []
}
