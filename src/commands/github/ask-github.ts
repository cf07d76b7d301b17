import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import * as z from 'zod'
import { tryProgram } from '../../files/programs.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { type Retries, retry, sleepSeconds } from '../../model/timing/delays.ts'
import type { GitHubPlace } from './github-place.ts'

/** Reads from the API of one repository on GitHub. */
export interface GitHubReader {
  /** For messages. */
  readonly place?: GitHubPlace
  /** @param path Below `/repos/{owner}/{repo}`, with its query. */
  get(path: string): Promise<unknown>
  /** Queries fields of the repository, as `issue(number: 1) { lastEditedAt }`. */
  ask(fields: string): Promise<unknown>
}

export interface GitHubClient extends GitHubReader {
  readonly place: GitHubPlace
  /** A GraphQL query, unchanged. */
  query(text: string): Promise<unknown>
  /** The account of the token or of `gh`. */
  viewer(): Promise<string>
  /** Without retries: a lost answer may have been a success. */
  send(
    method: 'POST' | 'PATCH' | 'PUT',
    path: string,
    body: Readonly<Record<string, unknown>>,
  ): Promise<unknown>
}

/** GitHub answered with an error. */
export class GitHubRefusal extends RefusedError {
  /** 0 without an answer. */
  readonly status: number

  constructor(message: string, status: number, options?: ErrorOptions) {
    super(message, options)
    this.status = status
  }
}

const timeoutMilliseconds = 30_000
const mostBytes = 1 << 26
/** Characters of a refusal. */
const longestMessage = 200
const refusalSchema = z.object({ message: z.string() })

const retries: Retries = {
  delays: [0.5, 2],
  toWait: (error, delay) => (isPassing(error) ? delay : undefined),
  wait: sleepSeconds,
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof GitHubRefusal)) return false
  return error.status === 0 || error.status === 429 || error.status >= 500
}

/** With a token of the environment, else by `gh`, which has its own. */
export function openGitHubClient(place: GitHubPlace): GitHubClient {
  if (place.token !== undefined) return toClient(place, request => fetchJson(place, request))
  const gh = tryProgram('gh')
  if (gh === undefined)
    throw new RefusedError(
      `${place.repository} on ${place.host} cannot be queried without a token: set ${place.tokenName}, or install gh and sign in with "gh auth login"`,
    )
  return toClient(place, request => runGh(gh, place, request))
}

interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT'
  readonly path: string
  readonly body?: Readonly<Record<string, unknown>>
  /** Whether the request is idempotent. */
  readonly isRepeatable: boolean
}

type Ask = (request: Request) => Promise<unknown>

const viewerSchema = z.object({ data: z.object({ viewer: z.object({ login: z.string() }) }) })

function toClient(place: GitHubPlace, ask: Ask): GitHubClient {
  const [owner, name] = place.repository.split('/')
  const repository = `/repos/${place.repository}`
  const query = (text: string) =>
    ask({ method: 'POST', path: '/graphql', body: { query: text }, isRepeatable: true })
  return {
    place,
    get: path => ask({ method: 'GET', path: `${repository}${path}`, isRepeatable: true }),
    send: (method, path, body) => ask({ method, path: `${repository}${path}`, body, isRepeatable: false }),
    ask: fields =>
      query(
        `query { repository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(name)}) { ${fields} } }`,
      ),
    query,
    // REST only answers people, not the tokens of workflows or apps.
    viewer: async () => viewerSchema.parse(await query('query { viewer { login } }')).data.viewer.login,
  }
}

async function fetchJson({ apiUrl, token }: GitHubPlace, request: Request): Promise<unknown> {
  const { method, path, body, isRepeatable } = request
  const url = path === '/graphql' ? `${apiUrl.replace(/\/v3$/, '')}${path}` : `${apiUrl}${path}`
  const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' }
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const intent = `${path} could not be ${method === 'GET' ? 'read from' : 'sent to'} ${apiUrl}`
  const work = () => fetchOnce(url, init, intent)
  return isRepeatable ? retry(retries, work) : work()
}

/** @throws GitHubRefusal */
async function fetchOnce(url: string, init: RequestInit, intent: string): Promise<unknown> {
  const { response, text, value } = await fetchAnswer(url, init).catch((error: Error) => {
    const reason = String((error.cause as Error)?.message ?? error.message)
    throw new GitHubRefusal(`${intent}: ${reason}`, 0, { cause: error })
  })
  if (response.ok) return value
  const reason = `${response.status} ${toMessage(text)}${toAdvice(response)}`
  throw new GitHubRefusal(`${intent}: ${reason}`, response.status)
}

/** GitHub answers with an object that has a message; proxies, with anything. */
function toMessage(text: string): string {
  try {
    return refusalSchema.parse(JSON.parse(text)).message.slice(0, longestMessage)
  } catch {
    return text.slice(0, longestMessage) // neither JSON nor of GitHub
  }
}

interface Answer {
  readonly response: Response
  readonly text: string
  /** Null without a body, or for a refusal. */
  readonly value: unknown
}

async function fetchAnswer(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMilliseconds) })
  const text = await response.text()
  return { response, text, value: response.ok && text !== '' ? (JSON.parse(text) as unknown) : null }
}

/** What to do about a token that is invalid or used up. https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function toAdvice({ status, headers }: Response): string {
  if (status === 401) return '. Set another token: this one is invalid or has expired'
  const seconds = Number(headers.get('x-ratelimit-reset'))
  const isUsedUp = [403, 429].includes(status) && headers.get('x-ratelimit-remaining') === '0'
  return isUsedUp && seconds > 0 ? `. Try again after ${new Date(seconds * 1000).toISOString()}` : ''
}

async function runGh(gh: string, { host }: GitHubPlace, request: Request): Promise<unknown> {
  const { method, path, body } = request
  const input = body === undefined ? [] : ['--input', '-']
  const args = ['api', '--hostname', host, '--method', method, ...input, path.slice(1)]
  const options = { timeout: timeoutMilliseconds, maxBuffer: mostBytes }
  const run = promisify(execFile)(gh, args, options)
  run.child.stdin?.on('error', () => {}) // it may exit before reading
  run.child.stdin?.end(body === undefined ? '' : JSON.stringify(body))
  try {
    const { stdout } = await run
    return stdout === '' ? null : (JSON.parse(stdout) as unknown)
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim() || (error as Error).message
    const status = Number(/\(HTTP (\d{3})\)/.exec(said)?.[1] ?? 0)
    throw new GitHubRefusal(`gh failed to query ${path}: ${said}`, status)
  }
}
