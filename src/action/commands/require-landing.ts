import { fillBranchPattern } from '../../model/names/branch-pattern.ts'
import type { Land } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { RunId } from '../../run/run-id.ts'
import { toBranchName, toRunRefs } from '../../run/run-refs.ts'
import { findEarlyRefusals } from '../github/early-refusals.ts'
import { openGitHub } from '../github/github.ts'
import type { Step } from '../step/step.ts'
import { listLinkWarnings } from './open-link.ts'

export interface LandingRequest {
  readonly run: RunId
  /** The plan's branch pattern. */
  readonly pattern: string | undefined
  readonly target: string
  /** Default: a pull request. */
  readonly land: Land | undefined
}

/** Refuses what GitHub would refuse after all agents have cost money. Returns warnings for people who merge the result. */
export async function requireLanding(step: Step, landing: LandingRequest): Promise<readonly string[]> {
  const { inputs, env } = step
  if (!env.GITHUB_API_URL || !env.GITHUB_REPOSITORY || inputs.githubToken === '') return []
  const { run, pattern, target, land = 'pull-request' } = landing
  const branch = toBranchName(toRunRefs(run, pattern).integration)
  const glob = pattern === undefined ? 'agents/**' : fillBranchPattern(pattern, '*', '*')
  const site = { branch, glob, target, land }
  const { refusals, warnings } = await findEarlyRefusals(await openGitHub(env, inputs.githubToken), site)
  if (refusals.length > 0) throw new RefusedError(`nothing was started:\n${refusals.join('\n\n')}`)
  return [...warnings, ...listLinkWarnings(step)]
}
