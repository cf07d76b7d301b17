import * as z from 'zod'
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
