import { toInertLine, toInertText } from '../../model/inert-text.ts'
import type { Task } from '../../model/plan.ts'
import { toPlainText, wrapText } from '../../report/text/text.ts'

const columns = 72
const mostCharacters = 2000

/**
 * The report of an agent as the body of a commit message: wrapped, without control characters, and without lines that git or a forge would
 * take for a trailer or a command.
 */
export function toCommitBody(summary: string | null): string {
  const lines = (summary ?? '')
    .split(/\r\n?|\n/)
    .map(line => toPlainText(line).trimEnd())
    .filter(line => !trailer.test(line))
  const text = lines.flatMap(wrapLine).join('\n')
  return cut(toInertText(text.replace(trailerLines, '\u200b$&').replace(divider, '—')))
}

/** A task in the subject of a commit: `api: Add the API`, or the id alone where the task has no title of its own. */
export function toTaskName({ id, title }: Pick<Task, 'id' | 'title'>): string {
  return title === id ? id : `${id}: ${toInertLine(title)}`
}

/** A message from a subject and a body that may be empty. */
export function toSubjectAndBody(subject: string, body: string): string {
  return body === '' ? subject : `${subject}\n\n${body}`
}

/** Who has signed, reviewed or written something is not for an agent to say; nor to which run and task a commit belongs. */
const trailer = /^[^\S\n]*(?:[a-z]+(?:-[a-z]+)*-by|agent(?:-run|-task|-commit)?|change-id|skip-checks)\s*:/i
/** Wrapping can put one at the beginning of a line. */
const trailerLines = new RegExp(trailer.source, 'gim')
/** Where `git interpret-trailers` takes a message to end. */
const divider = /^---(?=\s|$)/gm

/** The lines of one line; those that continue with an item of a list are indented like its text. */
function wrapLine(line: string): string[] {
  const [start = ''] = /^\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?/.exec(line) ?? []
  const indent = ' '.repeat(start.length)
  const lines = wrapText(line.slice(start.length), Math.max(columns - start.length, columns / 2))
  return lines.map((part, index) => `${index === 0 ? start : indent}${part}`.trimEnd())
}

function cut(text: string): string {
  const whole = text.replace(/\n{3,}/g, '\n\n').replace(/^\n+|\s+$/g, '')
  if (whole.length <= mostCharacters) return whole
  const end = whole.lastIndexOf('\n', mostCharacters)
  return `${whole.slice(0, end === -1 ? mostCharacters : end).trimEnd()}\n…`
}
