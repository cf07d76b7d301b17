import type { Environment } from '../../model/plan.ts'

/** A repository on a GitHub server, and how its API is reached. */
export interface GitHubPlace {
  /** Without a slash at its end. */
  readonly apiUrl: string
  readonly host: string
  /** `owner/name` */
  readonly repository: string
  /** Undefined: `gh` may have one. */
  readonly token: string | undefined
}

const remotePattern =
  /^(?:https?:\/\/(?:[^@/]+@)?|ssh:\/\/(?:[^@/]+@)?|[^@/\s]+@)([^/:\s]+)(?::\d+)?[/:]([^/\s]+\/[^/\s]+?)(?:\.git)?\/?$/

/** Where a repository's issues are: in a workflow as the runner says it, else by the address of its remote. */
export function toGitHubPlace(env: Environment, remoteUrl: string | undefined): GitHubPlace | undefined {
  const token = env.GH_TOKEN || env.GITHUB_TOKEN || undefined
  if (env.GITHUB_API_URL && env.GITHUB_REPOSITORY) {
    const { hostname } = new URL(env.GITHUB_SERVER_URL || 'https://github.com')
    return { apiUrl: env.GITHUB_API_URL, host: hostname, repository: env.GITHUB_REPOSITORY, token }
  }
  const [, host = '', repository = ''] = remotePattern.exec(remoteUrl ?? '') ?? []
  if (host === '') return undefined
  return { apiUrl: toApiUrl(host), host, repository, token: toToken(env, host, token) }
}

function toApiUrl(host: string): string {
  if (isCloud(host)) return `https://api.${host}`
  return `https://${host}/api/v3`
}

/** As `gh` does it: the token for github.com is shown to no other server. */
function toToken(env: Environment, host: string, token: string | undefined): string | undefined {
  return isCloud(host) ? token : env.GH_ENTERPRISE_TOKEN || env.GITHUB_ENTERPRISE_TOKEN || undefined
}

function isCloud(host: string): boolean {
  return host === 'github.com' || host.endsWith('.ghe.com')
}
