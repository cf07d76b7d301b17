import type { Environment } from '../../model/plan.ts'

/** A repository on a GitHub server, and the way to its API. */
export interface GitHubPlace {
  /** Without a trailing slash. */
  readonly apiUrl: string
  readonly host: string
  /** `owner/name` */
  readonly repository: string
  /** Undefined: `gh` may have one. */
  readonly token: string | undefined
  /** The variable for it. */
  readonly tokenName: 'GH_TOKEN' | 'GH_ENTERPRISE_TOKEN'
}

const remotePattern =
  /^(?:https?:\/\/(?:[^@/]+@)?|ssh:\/\/(?:[^@/]+@)?|[^@/\s]+@)([^/:\s]+)(?::\d+)?[/:]([^/\s]+\/[^/\s]+?)(?:\.git)?\/?$/

/** The repository of the issues: in a workflow from the runner's variables, else from the remote's address. */
export function toGitHubPlace(env: Environment, remoteUrl: string | undefined): GitHubPlace | undefined {
  const token = env.GH_TOKEN || env.GITHUB_TOKEN || undefined
  if (env.GITHUB_API_URL && env.GITHUB_REPOSITORY) {
    const { hostname } = new URL(env.GITHUB_SERVER_URL || 'https://github.com')
    return {
      apiUrl: env.GITHUB_API_URL,
      host: hostname,
      repository: env.GITHUB_REPOSITORY,
      token,
      tokenName: 'GH_TOKEN',
    }
  }
  const [, remoteHost = '', repository = ''] = remotePattern.exec(remoteUrl ?? '') ?? []
  if (remoteHost === '') return undefined
  const host = remoteHost === sshOverHttps ? 'github.com' : remoteHost
  const tokenName = isCloud(host) ? 'GH_TOKEN' : 'GH_ENTERPRISE_TOKEN'
  return { apiUrl: toApiUrl(host), host, repository, token: toToken(env, host, token), tokenName }
}

/** https://docs.github.com/en/authentication/troubleshooting-ssh/using-ssh-over-the-https-port */
const sshOverHttps = 'ssh.github.com'

function toApiUrl(host: string): string {
  if (isCloud(host)) return `https://api.${host}`
  return `https://${host}/api/v3`
}

/** As in `gh`: the token for github.com is never sent to another server. */
function toToken(env: Environment, host: string, token: string | undefined): string | undefined {
  return isCloud(host) ? token : env.GH_ENTERPRISE_TOKEN || env.GITHUB_ENTERPRISE_TOKEN || undefined
}

function isCloud(host: string): boolean {
  return host === 'github.com' || host.endsWith('.ghe.com')
}
