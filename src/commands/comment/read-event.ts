import * as z from 'zod'
import { RefusedError } from '../../model/refused-error.ts'
import { isSameLabel } from '../github/reading.ts'
import { commandWord } from './read-command.ts'

const user = z.object({ login: z.string(), type: z.string().optional() })

const commentEvent = z.object({
  action: z.string(),
  comment: z.object({ id: z.number().int(), body: z.string(), created_at: z.string(), user }),
  issue: z.object({ number: z.number().int().positive(), pull_request: z.unknown().optional() }),
  sender: user,
})
const labelEvent = z.object({
  action: z.string(),
  label: z.object({ name: z.string() }),
  issue: z.object({ number: z.number().int().positive() }),
})
const closeEvent = z.object({
  action: z.literal('closed'),
  issue: z.object({ number: z.number().int().positive(), state_reason: z.string().nullish() }),
  sender: user,
})
const dispatchEvent = z.object({ inputs: z.object({ issues: z.string().optional() }).nullish() })
const repositoryEvent = z.object({ client_payload: z.object({ issues: z.unknown() }).nullish() })

export interface Comment {
  readonly id: number
  readonly body: string
  readonly createdAt: string
  readonly login: string
  /** The issue or pull request of the comment. */
  readonly number: number
  readonly isOnPull: boolean
}

/** The request in a workflow event. */
export type Asked =
  | { readonly kind: 'comment'; readonly comment: Comment }
  /** Issues, by a query. `number`: the labelled one. `by`: someone who must have push access. */
  | {
      readonly kind: 'issues'
      readonly query: string
      readonly number?: number | undefined
      readonly by?: string
    }
  | { readonly kind: 'nothing'; readonly why: string }

/** @param label The label that approves issues. */
export function readEvent(name: string, payload: unknown, label: string): Asked {
  const due = `label:${JSON.stringify(label)} state:open`
  if (name === 'issue_comment') return readCommentEvent(payload)
  if (name === 'issues') return tryReadCloseEvent(payload, due) ?? readLabelEvent(payload, label)
  if (name === 'schedule') return { kind: 'issues', query: due }
  if (name === 'workflow_dispatch') {
    const { inputs } = dispatchEvent.parse(payload)
    return { kind: 'issues', query: inputs?.issues || due }
  }
  if (name === 'repository_dispatch') {
    const { client_payload: given } = repositoryEvent.parse(payload)
    return { kind: 'issues', query: readQuery(given?.issues) || due }
  }
  return { kind: 'nothing', why: `the event ${name} does not start a run` }
}

/** One issue can be a number, too. */
function readQuery(issues: unknown): string {
  if (issues === undefined || issues === null) return ''
  if (typeof issues === 'string' || typeof issues === 'number') return String(issues)
  throw new RefusedError(
    `the issues of a dispatch are a text, such as "12 14": got ${JSON.stringify(issues)}`,
  )
}

/** An issue that is done, for example by a merged pull request: issues that waited for it are due. */
function tryReadCloseEvent(payload: unknown, due: string): Asked | undefined {
  const event = closeEvent.safeParse(payload)
  if (!event.success) return undefined
  const { issue, sender } = event.data
  if (issue.state_reason === 'not_planned' || issue.state_reason === 'duplicate')
    return { kind: 'nothing', why: `#${issue.number} was closed as ${issue.state_reason.replace('_', ' ')}` }
  const query = `${due} needs:${issue.number}`
  return isBot(sender) ? { kind: 'issues', query } : { kind: 'issues', query, by: sender.login }
}

function readLabelEvent(payload: unknown, label: string): Asked {
  const event = labelEvent.parse(payload)
  if (event.action !== 'labeled' || !isSameLabel(event.label.name, label))
    return { kind: 'nothing', why: `the label ${label} was not added` }
  const { number } = event.issue
  return { kind: 'issues', query: `${number} label:${JSON.stringify(label)}`, number }
}

function readCommentEvent(payload: unknown): Asked {
  const nothing = (why: string): Asked => ({ kind: 'nothing', why })
  const { action, comment, issue, sender } = commentEvent.parse(payload)
  if (action !== 'created') return nothing(`a comment was ${action}, and only new ones are read`)
  if ([comment.user, sender].some(isBot)) return nothing('comments of bots are not read')
  if (!comment.body.startsWith(commandWord)) return nothing(`the comment does not begin with ${commandWord}`)
  const { id, body, created_at: createdAt, user: author } = comment
  const isOnPull = issue.pull_request !== undefined && issue.pull_request !== null
  return {
    kind: 'comment',
    comment: { id, body, createdAt, login: author.login, number: issue.number, isOnPull },
  }
}

/** GitHub marks most bots by their type, and all apps by their name. */
export function isBot({ login, type }: z.output<typeof user>): boolean {
  return type === 'Bot' || login.endsWith('[bot]')
}
