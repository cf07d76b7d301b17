import * as z from 'zod'
import { RefusedError } from '../../model/refused-error.ts'
import { type GitHubReader, GitHubRefusal } from './ask-github.ts'

const pageSize = 100
const mostPages = 50

const permissionSchema = z.object({ permission: z.string() })

/** GitHub reports `maintain` as `write`, too, and does not know accounts that are no users, such as some bots. */
export async function mayPush(github: GitHubReader, login: string): Promise<boolean> {
  try {
    const answer = await github.get(`/collaborators/${encodeURIComponent(login)}/permission`)
    return ['admin', 'write'].includes(permissionSchema.parse(answer).permission)
  } catch (error) {
    if (error instanceof GitHubRefusal && error.status === 404) return false
    throw error
  }
}

/** A repository has no two labels that differ only by case. */
export function isSameLabel(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

const placeSchema = z.object({ number: z.number().int().optional(), html_url: z.string().optional() })

/** GitHub's answer about an issue of this repository. Its API redirects to another repository if the issue was transferred. */
export async function requireIssue(github: GitHubReader, number: number): Promise<unknown> {
  const answer = await tryGetIssue(github, number)
  const { number: given, html_url: url } = placeSchema.parse(answer)
  if (given === undefined || given === number) return answer
  throw new RefusedError(`issue #${number} was transferred: it is ${url} now`)
}

async function tryGetIssue(github: GitHubReader, number: number): Promise<unknown> {
  try {
    return await github.get(`/issues/${number}`)
  } catch (error) {
    if (!(error instanceof GitHubRefusal && [404, 410].includes(error.status))) throw error
    const repository = github.place === undefined ? '' : ` in ${github.place.repository}`
    throw new RefusedError(`issue #${number} does not exist${repository}, or the token may not read it`, {
      cause: error,
    })
  }
}

/**
 * All items of a list, in order.
 *
 * @param most Number of pages to read.
 */
export async function readPages<T>(
  github: GitHubReader,
  path: string,
  schema: z.ZodType<T[]>,
  most = mostPages,
): Promise<T[]> {
  const all: T[] = []
  const join = path.includes('?') ? '&' : '?'
  for (let page = 1; page <= most; page++) {
    const items = schema.parse(await github.get(`${path}${join}per_page=${pageSize}&page=${page}`))
    all.push(...items)
    if (items.length < pageSize) break
  }
  return all
}

/** The same list; empty if the server does not support it. */
export async function readPagesIfKnown<T>(
  github: GitHubReader,
  path: string,
  schema: z.ZodType<T[]>,
): Promise<T[]> {
  try {
    return await readPages(github, path, schema)
  } catch (error) {
    if (error instanceof GitHubRefusal && [404, 410].includes(error.status)) return []
    throw error
  }
}
