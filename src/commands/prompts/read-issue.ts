import * as z from 'zod'
import { RefusedError } from '../../model/refused-error.ts'
import type { GitHubReader } from '../github/ask-github.ts'
import { isSameLabel, mayPush, readPages, requireIssue } from '../github/reading.ts'

export interface IssueChoice {
  /** Only the issue's text at the time when a user who may push added this label counts. */
  readonly label: string | undefined
  /** Whether to include comments of users who may push. */
  readonly comments: boolean
}

export interface IssueText {
  readonly number: number
  readonly title: string
  readonly author: string
  readonly body: string
  readonly comments: readonly { readonly author: string; readonly body: string }[]
  /** Notices about omitted parts. */
  readonly notices: readonly string[]
}

const user = z.object({ login: z.string(), type: z.string().optional() }).nullable()
const issueSchema = z.object({
  title: z.string(),
  body: z.string().nullable(),
  user,
  labels: z.array(z.object({ name: z.string() })),
})
const eventsSchema = z.array(
  z.object({
    event: z.string(),
    created_at: z.string(),
    actor: user,
    label: z.object({ name: z.string() }).optional(),
  }),
)
type IssueEvent = z.output<typeof eventsSchema>[number]
const commentsSchema = z.array(
  z.object({ body: z.string().nullish(), user, created_at: z.string(), updated_at: z.string() }),
)
const editedSchema = z.object({
  data: z.object({
    repository: z.object({ issue: z.object({ lastEditedAt: z.string().nullable() }) }),
  }),
})

/** Reads the request in an issue. Refuses one that was changed after its approval. */
export async function readIssue(
  github: GitHubReader,
  number: number,
  choice: IssueChoice,
): Promise<IssueText> {
  const answer = await requireIssue(github, number)
  const { title, body, user: author, labels } = issueSchema.parse(answer)
  const approvedAt = await tryApproval(
    github,
    number,
    choice.label,
    labels.map(({ name }) => name),
  )
  const { comments, notices } = choice.comments
    ? await readComments(github, number, approvedAt)
    : { comments: [], notices: [] }
  return { number, title, author: author?.login ?? 'ghost', body: body ?? '', comments, notices }
}

/** The time of approval, in milliseconds since 1970. Undefined if no approval is required. */
async function tryApproval(
  github: GitHubReader,
  number: number,
  label: string | undefined,
  labels: readonly string[],
): Promise<number | undefined> {
  if (label === undefined) return undefined
  const events = await readPages(github, `/issues/${number}/events`, eventsSchema)
  const given = events.findLast(
    ({ event, label: of }) => event === 'labeled' && of !== undefined && isSameLabel(of.name, label),
  )
  if (given === undefined || !labels.some(name => isSameLabel(name, label)))
    throw new RefusedError(`issue #${number} is not approved: it lacks the label ${label}`)
  await requireApprover(github, number, label, given)
  const approvedAt = Date.parse(given.created_at)
  await requireUnchanged({ github, number, label, events, approvedAt })
  return approvedAt
}

async function requireApprover(
  github: GitHubReader,
  number: number,
  label: string,
  { actor }: IssueEvent,
): Promise<void> {
  const login = actor?.login ?? 'ghost'
  if (actor !== null && actor.type !== 'Bot' && (await mayPush(github, login))) return
  throw new RefusedError(
    `issue #${number} is not approved: ${login}, who added the label ${label}, has no push access here. Ask a person with push access to remove the label and add it again`,
  )
}

interface Approved {
  readonly github: GitHubReader
  readonly number: number
  readonly label: string
  readonly events: readonly IssueEvent[]
  readonly approvedAt: number
}

/** GitHub's times are in seconds: an edit in the same second may have followed the approval. */
async function requireUnchanged({ github, number, label, events, approvedAt }: Approved): Promise<void> {
  const isLater = (time: string | null | undefined) => time != null && Date.parse(time) >= approvedAt
  const renamed = events.findLast(({ event }) => event === 'renamed')?.created_at
  const answer = editedSchema.parse(await github.ask(`issue(number: ${number}) { lastEditedAt }`))
  const { lastEditedAt } = answer.data.repository.issue
  const later = [renamed, lastEditedAt].find(isLater)
  if (later == null) return
  throw new RefusedError(
    `issue #${number} was edited at ${later}, after it had been approved at ${new Date(approvedAt).toISOString()}: review it again, then remove the label ${label} and add it again`,
  )
}

async function readComments(
  github: GitHubReader,
  number: number,
  approvedAt: number | undefined,
): Promise<Pick<IssueText, 'comments' | 'notices'>> {
  const all = await readPages(github, `/issues/${number}/comments`, commentsSchema)
  const rights = new Map<string, boolean>()
  const comments: { author: string; body: string }[] = []
  const notices: string[] = []
  for (const { user: writer, body, updated_at } of all) {
    const author = writer?.login ?? 'ghost'
    if (writer === null || writer.type === 'Bot') continue
    if (!rights.has(author)) rights.set(author, await mayPush(github, author))
    if (!rights.get(author)) continue
    const isLate = approvedAt !== undefined && Date.parse(updated_at) >= approvedAt
    if (isLate)
      notices.push(
        `issue #${number}: a comment by ${author} of ${updated_at} is ignored: it is newer than the approval`,
      )
    else comments.push({ author, body: body ?? '' })
  }
  return { comments, notices }
}
