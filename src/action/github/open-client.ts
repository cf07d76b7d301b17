import { type GitHubClient, openGitHubClient } from '../../commands/github/ask-github.ts'
import { toGitHubPlace } from '../../commands/github/github-place.ts'
import type { Step } from '../step/step.ts'

/** GitHub's API with the token of the step. Undefined outside of a workflow. */
export function tryOpenClient({ env, inputs }: Pick<Step, 'env' | 'inputs'>): GitHubClient | undefined {
  if (inputs.githubToken === '') return undefined
  const place = toGitHubPlace({ ...env, GH_TOKEN: inputs.githubToken }, undefined)
  return place === undefined ? undefined : openGitHubClient(place)
}
