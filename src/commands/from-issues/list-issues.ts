import * as z from 'zod'
import { RefusedError } from '../../model/refused-error.ts'
import type { GitHubClient, GitHubReader } from '../github/ask-github.ts'
import { isSameLabel, readPages, readPagesIfKnown, requireIssue } from '../github/reading.ts'
import type { IssueQuery } from './issue-query.ts'

const named = z.object({ name: z.string() })
const user = z.object({ login: z.string() }).nullable()
const issueSchema = z.object({
  number: z.number().int().positive(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.string(),
  html_url: z.string(),
  user,
  labels: z.array(z.union([named, z.string().transform(name => ({ name }))])),
  milestone: z.object({ title: z.string() }).nullish(),
  pull_request: z.unknown().optional(),
})

export type ListedIssue = Readonly<z.output<typeof issueSchema>>

/** Maximum number of issues in one plan. */
const mostIssues = 256

/** The issues of a query, by number. Pull requests are excluded. */
export async function listIssues(github: GitHubClient, query: IssueQuery): Promise<ListedIssue[]> {
  const found = query.numbers.length > 0 ? await readNamed(github, query) : await readMatching(github, query)
  if (found.length > mostIssues)
    throw new RefusedError(
      `"${query.text}" matches ${found.length} issues, but a plan can have at most ${mostIssues}: narrow the query, for example by another label`,
    )
  return found.sort((a, b) => a.number - b.number)
}

async function readNamed(github: GitHubClient, { numbers }: IssueQuery): Promise<ListedIssue[]> {
  const issues = await Promise.all(
    [...new Set(numbers)].map(async number => issueSchema.parse(await requireIssue(github, number))),
  )
  const pull = issues.find(isPull)
  if (pull === undefined) return issues
  throw new RefusedError(`#${pull.number} is a pull request, not an issue`)
}

async function readMatching(github: GitHubReader, query: IssueQuery): Promise<ListedIssue[]> {
  const { labels, state, assignee, author } = query
  const terms = new URLSearchParams({
    state,
    ...(labels.length === 0 ? {} : { labels: labels.join(',') }),
    ...(assignee === undefined ? {} : { assignee }),
    ...(author === undefined ? {} : { creator: author }),
  })
  const all = await readPages(github, `/issues?${terms}`, z.array(issueSchema))
  return all.filter(issue => !isPull(issue) && isMeant(issue, query))
}

function isMeant(issue: ListedIssue, { milestone, withoutLabels }: IssueQuery): boolean {
  if (milestone !== undefined && issue.milestone?.title !== milestone) return false
  return !issue.labels.some(({ name }) => withoutLabels.some(other => isSameLabel(name, other)))
}

function isPull({ pull_request: pull }: ListedIssue): boolean {
  return pull !== undefined && pull !== null
}

/** Also one that was transferred: its state is known there. */
export async function fetchIssue(github: GitHubReader, number: number): Promise<ListedIssue> {
  return issueSchema.parse(await github.get(`/issues/${number}`))
}

const references = z.array(
  z.object({
    number: z.number().int(),
    state: z.string().optional(),
    repository_url: z.string().optional(),
  }),
)

export interface IssuePrerequisites {
  /** In the same repository. */
  readonly numbers: readonly number[]
  /** Open ones in other repositories, as `owner/name#1`. */
  readonly openElsewhere: readonly string[]
}

/** Issues that GitHub requires first: those that block it, and its sub-issues. */
export async function readIssuePrerequisites(
  github: GitHubClient,
  number: number,
): Promise<IssuePrerequisites> {
  const lists = await Promise.all([
    readPagesIfKnown(github, `/issues/${number}/dependencies/blocked_by`, references),
    readPagesIfKnown(github, `/issues/${number}/sub_issues`, references),
  ])
  const numbers = new Set<number>()
  const openElsewhere = new Set<string>()
  for (const { number: needed, state, repository_url: url } of lists.flat()) {
    const repository = url?.split('/').slice(-2).join('/') ?? github.place.repository
    if (repository.toLowerCase() === github.place.repository.toLowerCase()) numbers.add(needed)
    else if (state !== 'closed') openElsewhere.add(`${repository}#${needed}`)
  }
  return { numbers: [...numbers], openElsewhere: [...openElsewhere] }
}

const pulls = z.array(
  z.object({
    number: z.number().int(),
    body: z.string().nullable(),
    head: z.object({ repo: z.object({ full_name: z.string() }).nullable() }),
    base: z.object({ repo: z.object({ full_name: z.string() }).nullable() }).optional(),
  }),
)

const ownSection = /<!-- parallel-agents: begin -->([\s\S]*?)<!-- parallel-agents: end -->/

/** Issues that an open pull request of agents would close, with its number. Branches of forks do not count. */
export async function readProposed(github: GitHubReader): Promise<Map<number, number>> {
  const open = await readPages(github, '/pulls?state=open', pulls)
  const proposed = new Map<number, number>()
  for (const { number, body, head, base } of open) {
    if (base?.repo?.full_name !== undefined && head.repo?.full_name !== base.repo?.full_name) continue
    const own = ownSection.exec(body ?? '')?.[1] ?? ''
    for (const match of own.matchAll(/^Closes #(\d+)$/gm)) proposed.set(Number(match[1]), number)
  }
  return proposed
}
