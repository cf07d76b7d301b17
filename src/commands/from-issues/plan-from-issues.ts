import type { Repository } from '../../git/repository/open-repository.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { PlanSettings } from '../../plan/proposal/proposed-plan.ts'
import { type GitHubClient, type GitHubReader, GitHubRefusal } from '../github/ask-github.ts'
import { mayPush } from '../github/reading.ts'
import { readIssue } from '../prompts/read-issue.ts'
import { readStarterSettings } from '../starter-settings.ts'
import { readIssueBlocks } from './issue-blocks.ts'
import { toIssuePlanText } from './issue-plan.ts'
import { type IssueQuery, readIssueQuery } from './issue-query.ts'
import {
  fetchIssue,
  type IssuePrerequisites,
  type ListedIssue,
  listIssues,
  readIssuePrerequisites,
  readProposed,
} from './list-issues.ts'
import {
  type KnownIssue,
  type LeftIssue,
  listDependents,
  notDone,
  type SortedIssues,
  sortIssues,
} from './sort-issues.ts'

export interface PlanFromIssues extends SortedIssues {
  /** Undefined if no issue becomes a task. */
  readonly text: string | undefined
  /** The label that approves the issues, if any. */
  readonly label: string | undefined
}

export interface PlanFromIssuesRequest {
  readonly repository: Repository
  readonly github: GitHubClient
  readonly query: string
  /** Settings of another plan besides its tasks; undefined: from the repository. */
  readonly settings: PlanSettings | undefined
  /** Who works on an issue already. */
  readonly findWork: (issue: number) => Promise<string | undefined>
}

/** Creates a plan from issues. */
export async function planFromIssues(request: PlanFromIssuesRequest): Promise<PlanFromIssues> {
  const { repository, github, settings } = request
  const query = readIssueQuery(request.query)
  const listed = await listIssues(github, query)
  const closed = listed.filter(issue => isClosedByName(issue, query))
  const issues = listed.filter(issue => !closed.includes(issue))
  const isNamed = query.numbers.length > 0
  const proposed = isNamed ? new Map<number, number>() : await readProposed(github)
  const facts = { proposed, findWork: request.findWork, rights: new Map<string, Promise<boolean>>() }
  const known = await inTurns(issues, issue => examine(github, query, issue, facts))
  const wanted = query.needs === undefined ? known : listDependents(known, query.needs)
  const others = sortIssues(wanted, await findUnfinished(github, wanted))
  const [label] = query.labels
  const sorted = { ...others, label, left: [...closed.map(toClosed), ...others.left] }
  if (sorted.tasks.length === 0) return { ...sorted, text: undefined }
  const text = toIssuePlanText({
    query: query.text,
    label,
    tasks: sorted.tasks,
    settings: settings ?? (await readStarterSettings(repository)),
    remarks: sorted.left.map(({ number, reason }) => `Issue ${number} is left out: ${reason}.`),
  })
  return { ...sorted, text }
}

/** The state of a query is `open` unless it names another one. */
function isClosedByName({ state }: ListedIssue, query: IssueQuery): boolean {
  return query.numbers.length > 0 && query.state === 'open' && state === 'closed'
}

function toClosed({ number, title }: ListedIssue): LeftIssue {
  const reason = 'it is closed: reopen it first, or add state:all to the query'
  return { number, title, reason, missing: [] }
}

interface Facts extends Pick<PlanFromIssuesRequest, 'findWork'> {
  readonly proposed: ReadonlyMap<number, number>
  /** Whether users may push, by login. */
  readonly rights: Map<string, Promise<boolean>>
}

async function examine(
  github: GitHubClient,
  query: IssueQuery,
  issue: ListedIssue,
  { proposed, findWork, rights }: Facts,
): Promise<KnownIssue> {
  const blocks = readIssueBlocks(issue.body ?? '')
  const { numbers: prerequisites, openElsewhere } = await readPrerequisites(github, issue)
  const pull = proposed.get(issue.number)
  const refusal =
    pull === undefined ? await tryRefusal(github, query, issue) : `already addressed by #${pull}`
  const [elsewhere] = openElsewhere
  const waiting = elsewhere === undefined ? undefined : `it waits for ${elsewhere}, which is not done`
  const obstacle = refusal ?? waiting ?? (await findWork(issue.number))
  const isTrusted = query.labels.length > 0 || (await isByPusher(github, issue, rights))
  return { issue, blocks, isTrusted, obstacle, prerequisites }
}

/** Why its text is not approved, if labels approve. */
async function tryRefusal(
  github: GitHubReader,
  { labels }: IssueQuery,
  { number }: ListedIssue,
): Promise<string | undefined> {
  try {
    if (labels[0] !== undefined) await readIssue(github, number, { label: labels[0], comments: false })
    return undefined
  } catch (error) {
    if (error instanceof RefusedError && error.message.startsWith(`issue #${number} `)) return error.message
    throw error
  }
}

function isByPusher(github: GitHubReader, { user }: ListedIssue, rights: Facts['rights']): Promise<boolean> {
  if (user === null || user.login.endsWith('[bot]')) return Promise.resolve(false)
  const asked = rights.get(user.login) ?? mayPush(github, user.login)
  rights.set(user.login, asked)
  return asked
}

/** Prerequisites outside of the query that are not done, with the reason. A mistyped one must not stop the others. */
async function findUnfinished(
  github: GitHubClient,
  known: readonly KnownIssue[],
): Promise<Map<number, string>> {
  const chosen = new Set(known.map(({ issue }) => issue.number))
  const others = [...new Set(known.flatMap(({ prerequisites }) => prerequisites))].filter(n => !chosen.has(n))
  const reasons = await inTurns(
    others,
    async number => [number, await tryUnfinished(github, number, chosen)] as const,
  )
  return new Map(reasons.flatMap(([number, reason]) => (reason === undefined ? [] : [[number, reason]])))
}

async function tryUnfinished(
  github: GitHubClient,
  number: number,
  chosen: ReadonlySet<number>,
): Promise<string | undefined> {
  try {
    const issue = await fetchIssue(github, number)
    if (issue.state !== 'open') return undefined
    const own = await readPrerequisites(github, issue)
    const back = own.numbers.find(needed => chosen.has(needed))
    return back === undefined
      ? notDone
      : `${notDone} and waits for #${back} in turn: remove one of these dependencies`
  } catch (error) {
    if (error instanceof GitHubRefusal && [404, 410].includes(error.status)) return 'does not exist'
    throw error
  }
}

/** By GitHub, and by its text. */
async function readPrerequisites(
  github: GitHubClient,
  { number, body }: ListedIssue,
): Promise<IssuePrerequisites> {
  const { numbers, openElsewhere } = await readIssuePrerequisites(github, number)
  const all = new Set([...numbers, ...readIssueBlocks(body ?? '').dependsOn])
  return { numbers: [...all].filter(n => n !== number), openElsewhere }
}

/** Parallel requests, within GitHub's limits. */
const atOnce = 8

async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let from = 0; from < items.length; from += atOnce)
    results.push(...(await Promise.all(items.slice(from, from + atOnce).map(work))))
  return results
}
