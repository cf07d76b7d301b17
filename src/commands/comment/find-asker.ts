import * as z from 'zod'
import type { GitHubReader } from '../github/ask-github.ts'
import { mayPush } from '../github/reading.ts'
import { checkComment } from './check-comment.ts'
import { tryReadCommand } from './read-command.ts'
import { isBot, readEvent } from './read-event.ts'

export interface WorkflowEvent {
  readonly name: string
  readonly payload: unknown
  /** The label that approves issues. */
  readonly label: string
  /** The user who started the workflow: another one than the sender if a run was repeated. */
  readonly actor: string | undefined
}

export interface Asker {
  /** Whether issues may be told about the run: someone with push access has started it. */
  readonly isTrusted: boolean
  /** The issue or pull request that started it. */
  readonly issue: number | undefined
}

const senderSchema = z.object({
  action: z.string(),
  sender: z.object({ login: z.string(), type: z.string().optional() }),
})
/** Events that require push access. */
const trustedEvents: readonly string[] = ['schedule', 'workflow_dispatch', 'repository_dispatch', 'push']

/** Who started a workflow run, and where. */
export async function findAsker(github: GitHubReader, event: WorkflowEvent): Promise<Asker> {
  if (trustedEvents.includes(event.name)) return { isTrusted: true, issue: undefined }
  const none: Asker = { isTrusted: false, issue: undefined }
  const parsed = senderSchema.safeParse(event.payload)
  if (!['issues', 'issue_comment'].includes(event.name) || !parsed.success) return none
  const { action, sender } = parsed.data
  const isByMerge = action === 'closed' && isBot(sender)
  const people = isByMerge ? [] : [sender.login, event.actor ?? sender.login]
  for (const login of new Set(people)) if (!(await mayPush(github, login))) return none
  return { isTrusted: true, issue: await tryIssue(github, event) }
}

async function tryIssue(github: GitHubReader, event: WorkflowEvent): Promise<number | undefined> {
  const asked = readEvent(event.name, event.payload, event.label)
  if (asked.kind === 'issues') return asked.number
  if (asked.kind === 'nothing' || tryReadCommand(asked.comment.body) === undefined) return undefined
  const { kind } = await checkComment(github, asked.comment, event.actor)
  return kind === 'allowed' ? asked.comment.number : undefined
}
