import type { Environment } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { GitHubApp } from '../inputs/inputs.ts'
import { GitHubError, openClient, type RestClient, untilDone } from './github.ts'

export interface AppToken {
  readonly text: string
  /** Ends it before its hour is over. */
  revoke(): Promise<void>
}

/**
 * A token of the app for this repository only, valid for an hour.
 *
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app
 *
 * @throws RefusedError with what to do, if the key is wrong or the app is not installed here.
 */
export async function mintAppToken(
  env: Environment,
  app: GitHubApp,
  wait: (seconds: number) => Promise<void>,
): Promise<AppToken> {
  const repository = env.GITHUB_REPOSITORY ?? ''
  const client = await openClient(env, await signAsApp(app))
  const ask: RestClient = async (...request) => {
    try {
      return await untilDone(wait, () => client(...request))
    } catch (error) {
      throw toAppError(error, app, repository)
    }
  }
  const { id } = (await ask('GET', `/repos/${repository}/installation`)) as { readonly id: number }
  const repositories = [repository.split('/')[1]]
  const minted = await ask('POST', `/app/installations/${id}/access_tokens`, { repositories })
  const { token } = minted as { readonly token: string }
  const own = await openClient(env, token)
  return { text: token, revoke: () => own('DELETE', '/installation/token').then(ignore, ignore) }
}

/** It expires by itself. */
function ignore(): void {}

async function signAsApp({ id, privateKey }: GitHubApp): Promise<string> {
  const { default: githubAppJwt } = await import('universal-github-app-jwt')
  try {
    return (await githubAppJwt({ id, privateKey })).token
  } catch {
    throw new RefusedError(
      'the input `app-private-key` is not the private key of an app: store the whole .pem file that GitHub gave you, with its first and last line, as a secret',
    )
  }
}

function toAppError(error: unknown, { id }: GitHubApp, repository: string): unknown {
  if (!(error instanceof GitHubError)) return error
  if (error.status === 401)
    return new RefusedError(
      `GitHub does not accept the app ${id}: check that \`app-private-key\` is a key of the app that \`app-id\` names (${error.message})`,
    )
  if (error.status === 404)
    return new RefusedError(
      `the app ${id} is not installed in ${repository}: install it there, from the page of the app, under "Install App"`,
    )
  return error
}
