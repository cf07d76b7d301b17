import { setSecret } from '@actions/core'
import type { RemoteAccess } from '../../git/remote/remote-access.ts'
import { configValue, type Repository } from '../../git/repository/open-repository.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { Step } from '../step/step.ts'

/** The name that actions/checkout sets. */
const remote = 'origin'

/** Access to the checkout's remote. Refuses a checkout without one. */
export function requireRemoteAccess(
  step: Pick<Step, 'inputs' | 'env'>,
  repository: Repository,
): RemoteAccess {
  const access = tryRemoteAccess(step, repository)
  if (access !== undefined) return access
  throw new RefusedError(`this repository has no remote ${remote}: \`push\` and \`run\` need one`)
}

/**
 * With the step's token if the remote is a repository of this server, else with git's own configuration. The header replaces one
 * from actions/checkout, because GitHub refuses two. Undefined without a remote.
 */
export function tryRemoteAccess(
  { inputs, env }: Pick<Step, 'inputs' | 'env'>,
  repository: Repository,
): RemoteAccess | undefined {
  const url = configValue(repository.config, `remote.${remote}.url`)
  if (url === undefined) return undefined
  const server = env.GITHUB_SERVER_URL || 'https://github.com'
  if (inputs.githubToken === '' || !url.startsWith(`${server}/`)) return { remote, settings: [] }
  const credentials = Buffer.from(`x-access-token:${inputs.githubToken}`).toString('base64')
  setSecret(credentials)
  const key = `http.${server}/.extraheader`
  return {
    remote,
    settings: [
      [key, ''],
      [key, `AUTHORIZATION: basic ${credentials}`],
    ],
  }
}
