import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { tryProgram } from '../../files/programs.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { GitHubPlace } from './github-place.ts'

/** Reads from the API of one repository on GitHub. */
export interface GitHubReader {
  readonly place: GitHubPlace
  /** @param path Below `/repos/{owner}/{repo}`, with its query. */
  get(path: string): Promise<unknown>
  /** Asks for fields of the repository, as `issue(number: 1) { lastEditedAt }`. */
  ask(fields: string): Promise<unknown>
}

const timeoutMilliseconds = 30_000
const mostBytes = 1 << 26
const waitMilliseconds = [500, 2000]

/** With a token of the environment, else by `gh`, which has its own. */
export function openGitHubReader(place: GitHubPlace): GitHubReader {
  if (place.token !== undefined) return toReader(place, (path, query) => fetchJson(place, path, query))
  const gh = tryProgram('gh')
  if (gh === undefined)
    throw new RefusedError(
      `issues of ${place.repository} cannot be read without a token: set GH_TOKEN, or install gh and sign in with "gh auth login"`,
    )
  return toReader(place, (path, query) => runGh(gh, place, path, query))
}

type Ask = (path: string, query: string | undefined) => Promise<unknown>

function toReader(place: GitHubPlace, ask: Ask): GitHubReader {
  const [owner, name] = place.repository.split('/')
  return {
    place,
    get: path => ask(`/repos/${place.repository}${path}`, undefined),
    ask: fields =>
      ask(
        '/graphql',
        `query { repository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(name)}) { ${fields} } }`,
      ),
  }
}

async function fetchJson(
  { apiUrl, token }: GitHubPlace,
  path: string,
  query: string | undefined,
): Promise<unknown> {
  const url = query === undefined ? `${apiUrl}${path}` : `${apiUrl.replace(/\/v3$/, '')}${path}`
  const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' }
  const body = query === undefined ? {} : { method: 'POST', body: JSON.stringify({ query }) }
  for (let tries = 0; ; tries++) {
    const answer = await tryFetch(url, { headers, ...body })
    if (answer.kind === 'json') return answer.value
    const wait = answer.isPassing ? waitMilliseconds[tries] : undefined
    if (wait === undefined)
      throw new RefusedError(`${path} could not be read from ${apiUrl}: ${answer.reason}`)
    await sleep(wait)
  }
}

type Answer =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly reason: string; readonly isPassing: boolean }

async function tryFetch(url: string, init: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMilliseconds) })
    const text = await response.text()
    if (response.ok) return { kind: 'json', value: JSON.parse(text) as unknown }
    const reason = `${response.status} ${text.slice(0, 200)}`
    return { kind: 'failed', reason, isPassing: response.status >= 500 }
  } catch (error) {
    const { message, cause } = error as Error
    return { kind: 'failed', reason: String((cause as Error)?.message ?? message), isPassing: true }
  }
}

async function runGh(
  gh: string,
  { host }: GitHubPlace,
  path: string,
  query: string | undefined,
): Promise<unknown> {
  const what = query === undefined ? [path.slice(1)] : ['graphql', '-f', `query=${query}`]
  const options = { timeout: timeoutMilliseconds, maxBuffer: mostBytes }
  try {
    const { stdout } = await promisify(execFile)(gh, ['api', '--hostname', host, ...what], options)
    return JSON.parse(stdout) as unknown
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim() || (error as Error).message
    throw new RefusedError(`${path} could not be read with gh: ${said}`, { cause: error })
  }
}
