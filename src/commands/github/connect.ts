import { configValue, type Repository } from '../../git/repository/open-repository.ts'
import type { Environment } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { type GitHubClient, openGitHubClient } from './ask-github.ts'
import { toGitHubPlace } from './github-place.ts'

/** GitHub's API for the clone's repository, or the workflow's. */
export function connectToGitHub({ config }: Repository, env: Environment): GitHubClient {
  const place = toGitHubPlace(env, configValue(config, 'remote.origin.url'))
  if (place === undefined)
    throw new RefusedError(
      'issues cannot be read: the remote `origin` is not a GitHub repository. For other trackers, write `prompt-command:`',
    )
  return openGitHubClient(place)
}
