import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { toInertLine } from '../../model/inert-text.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { toTopologicalOrder } from '../../plan/graph/graph.ts'
import { readIssuePrerequisites } from '../from-issues/list-issues.ts'
import { type GitHubClient, GitHubRefusal } from '../github/ask-github.ts'
import { readPages } from '../github/reading.ts'
import { toIssueText, toTaskMark } from './issue-text.ts'

const issueSchema = z.object({
  id: z.number().int(),
  number: z.number().int().positive(),
  html_url: z.string(),
  state: z.string(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullable(),
  pull_request: z.unknown().optional(),
})

type FoundIssue = z.output<typeof issueSchema>

export interface WrittenIssue {
  readonly task: TaskId
  readonly number: number
  readonly url: string
  readonly kind: 'written' | 'found' | 'named'
  readonly isOpen: boolean
}

export interface IssuesRequest {
  readonly github: GitHubClient
  /** Name of the plan. */
  readonly plan: string
  readonly tasks: readonly Task[]
  /** Called after each issue, so that finished work is known if a later one fails. */
  readonly tell: (issue: WrittenIssue) => void
}

/** Above this number requests are slowed down, as GitHub asks. */
const fastIssues = 10
const pauseMilliseconds = 1000

/**
 * Creates an issue for every task, prerequisites first, with their dependencies. Issues of an earlier call are recognised by marker
 * and author, and left unchanged: people may have edited them.
 */
export async function writeIssues({ github, plan, tasks, tell }: IssuesRequest): Promise<WrittenIssue[]> {
  const known = await findOwnIssues(github, tasks, plan)
  const issues = new Map<TaskId, FoundIssue>()
  const written: WrittenIssue[] = []
  let created = 0
  for (const task of toTopologicalOrder(tasks)) {
    const named = task.issue === undefined ? known.get(task.id) : await fetchIssue(github, task.issue)
    if (named === undefined && ++created > fastIssues) await sleep(pauseMilliseconds)
    const issue = named ?? (await createIssue(github, plan, task, toNumbers(task, issues)))
    issues.set(task.id, issue)
    await addDependencies(github, issue, toPrerequisites(task, issues))
    const kind = task.issue !== undefined ? 'named' : named === undefined ? 'written' : 'found'
    const { number, html_url: url, state } = issue
    const entry = { task: task.id, number, url, kind, isOpen: state === 'open' } as const
    written.push(entry)
    tell(entry)
  }
  return written
}

async function findOwnIssues(
  github: GitHubClient,
  tasks: readonly Task[],
  plan: string,
): Promise<Map<TaskId, FoundIssue>> {
  const login = await github.viewer()
  const all = await readPages(
    github,
    `/issues?state=all&creator=${encodeURIComponent(login)}`,
    z.array(issueSchema),
  )
  const own = all
    .filter(({ user, pull_request: pull }) => user?.login === login && (pull ?? null) === null)
    .sort((a, b) => a.number - b.number)
  return new Map(
    tasks.flatMap(task => {
      const found = own.find(({ body }) => body?.startsWith(toTaskMark(plan, task)))
      return found === undefined ? [] : [[task.id, found] as const]
    }),
  )
}

async function fetchIssue(github: GitHubClient, number: number): Promise<FoundIssue> {
  return issueSchema.parse(await github.get(`/issues/${number}`))
}

async function createIssue(
  github: GitHubClient,
  plan: string,
  task: Task,
  needs: readonly number[],
): Promise<FoundIssue> {
  const body = toIssueText(toTaskMark(plan, task), task, needs)
  if (body === undefined)
    throw new RefusedError(
      `the prompt of \`${task.id}\` is too long for an issue: shorten it, or write the issue yourself and reference it with \`issue:\``,
    )
  const title = toInertLine(task.title).slice(0, 200) || task.id
  return issueSchema.parse(await github.send('POST', '/issues', { title, body }))
}

function toPrerequisites({ needs }: Task, issues: ReadonlyMap<TaskId, FoundIssue>): FoundIssue[] {
  return needs.map(id => issues.get(id)).filter(issue => issue !== undefined)
}

function toNumbers(task: Task, issues: ReadonlyMap<TaskId, FoundIssue>): number[] {
  return toPrerequisites(task, issues).map(({ number }) => number)
}

/** Servers without dependencies have them in the text. */
async function addDependencies(
  github: GitHubClient,
  { number }: FoundIssue,
  prerequisites: readonly FoundIssue[],
): Promise<void> {
  if (prerequisites.length === 0) return
  const { numbers: known } = await readIssuePrerequisites(github, number)
  for (const { id, number: needed } of prerequisites) {
    if (known.includes(needed)) continue
    try {
      await github.send('POST', `/issues/${number}/dependencies/blocked_by`, { issue_id: id })
    } catch (error) {
      if (error instanceof GitHubRefusal && [404, 410].includes(error.status)) return
      throw error
    }
  }
}
