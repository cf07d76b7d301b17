import type { TaskId } from '../../model/plan.ts'
import { idPattern } from '../../plan/file/id-pattern.ts'

/** The command in a comment. */
export type CommentCommand =
  | { readonly kind: 'run' | 'stop' | 'land' | 'plan' }
  | {
      readonly kind: 'retry' | 'approve'
      /** Undefined: the task of the issue, or everything that did not land. */
      readonly task: TaskId | undefined
      /** Feedback for the task's agent, or changes of its plan; empty: none. */
      readonly words: string
    }
  /** It begins like a command, but is not one. */
  | { readonly kind: 'unknown'; readonly text: string }

export const commandWord = '/agents'
export const usage =
  '`/agents run`, `/agents retry <task> [words for its agent]`, `/agents approve <task> [what to change in its plan]`, `/agents stop`, `/agents land`, `/agents plan`'

export const longestWords = 4000

export function isCommandLine(line: string): boolean {
  return new RegExp(`^${commandWord}(?:\\s|$)`).test(line)
}

/** Reads a comment. Undefined: not a command. Only the beginning of a comment counts: quotes, fences and later lines are discussion. */
export function tryReadCommand(body: string): CommentCommand | undefined {
  const [, rest = ''] = /^\/agents(?:[ \t]+([\s\S]*))?$/.exec(body.replace(/\r\n?/g, '\n').trimEnd()) ?? []
  if (!isCommandLine(body)) return undefined
  const [, verb = '', after = ''] = /^(\S*)\s*([\s\S]*)$/.exec(rest.trim()) ?? []
  if (verb === 'run' || verb === 'stop' || verb === 'land' || verb === 'plan')
    return after === '' ? { kind: verb } : { kind: 'unknown', text: rest.trim().slice(0, 100) }
  if (verb === 'retry' || verb === 'approve') return readOfTask(verb, after)
  return { kind: 'unknown', text: rest.trim().slice(0, 100) }
}

/** `retry api words`, `retry 12 words` for the task of issue 12, or `retry` alone. */
function readOfTask(kind: 'retry' | 'approve', after: string): CommentCommand {
  const [, name = '', words = ''] = /^(\S*)\s*([\s\S]*)$/.exec(after) ?? []
  const number = /^#?(\d{1,9})$/.exec(name)?.[1]
  const task = number === undefined ? name : `issue-${number}`
  if (task !== '' && !idPattern.test(task)) return { kind: 'unknown', text: `${kind} ${name}`.slice(0, 100) }
  return { kind, task: task === '' ? undefined : task, words: words.trim().slice(0, longestWords) }
}
