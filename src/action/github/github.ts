import type { Environment } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { retry } from '../../model/timing/delays.ts'
import { toInputLine } from '../inputs/input-reader.ts'

/** A failed request to GitHub. */
export class GitHubError extends Error {
  readonly status: number
  /** Seconds until a retry is allowed; undefined: at any time. */
  readonly retryAfter: number | undefined
  /** Whether a retry can help. */
  readonly isPassing: boolean

  constructor(
    message: string,
    facts: Pick<GitHubError, 'status' | 'retryAfter' | 'isPassing'>,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'GitHubError'
    this.status = facts.status
    this.retryAfter = facts.retryAfter
    this.isPassing = facts.isPassing
  }
}

/** One repository on GitHub, through its REST API. */
export interface GitHub {
  readonly owner: string
  /** Its address, for people. */
  readonly page: string
  /**
   * @param path Below `/repos/{owner}/{repo}`, with its query.
   * @throws GitHubError
   */
  ask(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    path: string,
    body?: Readonly<Record<string, unknown>>,
  ): Promise<unknown>
  /** GitHub's GraphQL, for data that REST lacks. @throws GitHubError */
  query(text: string): Promise<unknown>
}

/** The repository of the workflow. The client is loaded on the first request. */
export async function openGitHub(env: Environment, token: string): Promise<GitHub> {
  const [owner, repo] = (env.GITHUB_REPOSITORY ?? '').split('/')
  if (!owner || !repo) throw new RefusedError('this is not a GitHub workflow: $GITHUB_REPOSITORY is not set')
  if (token === '')
    throw new RefusedError(
      `there is no token to open pull requests with. Write:\n${toInputLine('github-token', `\${{ github.token }}`)}`,
    )
  const octokit = await openOctokit(env, token)
  const request = toClient(octokit)
  return {
    owner,
    page: `${env.GITHUB_SERVER_URL || 'https://github.com'}/${owner}/${repo}`,
    ask: (method, path, body) => request(method, `/repos/${owner}/${repo}${path}`, body),
    query: text => withErrors(() => octokit.graphql(text)),
  }
}

/** @throws GitHubError */
export type RestClient = (
  method: Method,
  url: string,
  body?: Readonly<Record<string, unknown>>,
) => Promise<unknown>

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** A client for GitHub's whole REST API. */
export async function openClient(env: Environment, token: string): Promise<RestClient> {
  return toClient(await openOctokit(env, token))
}

export type Octokit = ReturnType<typeof import('@actions/github').getOctokit>

/** GitHub answers within seconds. */
const longestSilenceMilliseconds = 30_000

/** The client, which does not wait for ever for an answer. It is loaded here: it is large. */
export async function openOctokit(env: Environment, token: string): Promise<Octokit> {
  const { getOctokit } = await import('@actions/github')
  const octokit = getOctokit(token, { baseUrl: env.GITHUB_API_URL || 'https://api.github.com' })
  octokit.hook.before('request', options => {
    options.request = { ...options.request, signal: AbortSignal.timeout(longestSilenceMilliseconds) }
  })
  return octokit
}

function toClient(octokit: Octokit): RestClient {
  return (method, url, body = {}) =>
    withErrors(async () => {
      const { data } = await octokit.request({ method, url, ...body })
      return data as unknown
    })
}

async function withErrors<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request()
  } catch (error) {
    throw readGitHubError(error as RequestFailure)
  }
}

/** The errors of Octokit. */
interface RequestFailure extends Error {
  readonly status?: number
  readonly response?: { readonly headers: Readonly<Record<string, string | number | undefined>> }
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
function readGitHubError(failure: RequestFailure): GitHubError {
  const { status = 0, response } = failure
  const message = failure.message.replace(/ - (https?:\S+)?\s*$/, '') // its documentation says less than our advice
  const headers = response?.headers ?? {}
  const isLimited =
    status === 429 ||
    (status === 403 &&
      (headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message) || 'retry-after' in headers))
  return new GitHubError(
    message,
    {
      status,
      retryAfter: isLimited ? readRetryAfter(headers) : undefined,
      isPassing: isLimited || status >= 500 || response === undefined,
    },
    { cause: failure },
  )
}

function readRetryAfter(headers: Readonly<Record<string, string | number | undefined>>): number {
  const named = Number(headers['retry-after'])
  if (named > 0) return named
  const reset = Number(headers['x-ratelimit-reset'])
  if (headers['x-ratelimit-remaining'] === '0' && reset > 0) return Math.max(1, reset - Date.now() / 1000)
  return 60
}

/** Before each retry, in seconds. */
const delays = [1, 3, 10, 30]

/** A longer rate limit is not waited for: the job costs more than rerunning it. */
const longestWait = 300

/**
 * Retries work until it succeeds, or until a retry cannot help. The work must check the current state first: a lost answer may have
 * been a success.
 */
export function untilDone<T>(
  wait: (seconds: number) => Promise<void>,
  attempt: () => Promise<T>,
): Promise<T> {
  return retry({ delays, toWait, wait }, attempt)
}

function toWait(error: unknown, delay: number): number | undefined {
  if (!(error instanceof GitHubError) || !error.isPassing) return undefined
  const seconds = Math.max(delay, error.retryAfter ?? 0)
  return seconds > longestWait ? undefined : seconds
}
