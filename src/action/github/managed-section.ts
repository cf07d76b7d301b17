import { withoutCommentMark } from '../../commands/github/own-comment.ts'

/** Delimits our section in a text that people may edit, too. Invisible in Markdown. */
const begin = '<!-- parallel-agents: begin -->'
const end = '<!-- parallel-agents: end -->'

/**
 * A body with our section replaced.
 *
 * @param body Undefined: no body yet.
 * @returns Undefined if people removed our section: then it stays out.
 */
export function withManagedSection(body: string | undefined, text: string, stamp: Stamp): string | undefined {
  const own = `${begin}\n${toStampText(stamp)}\n${withoutMarks(text).trim()}\n${end}`
  if (body === undefined) return own
  const from = body.indexOf(begin)
  const to = body.indexOf(end, from)
  return from < 0 || to < 0 ? undefined : `${body.slice(0, from)}${own}${body.slice(to + end.length)}`
}

/** The subject of a pull request, and our commit on its branch. */
export interface Stamp {
  /** The same for every run of a plan. */
  readonly subject: string
  readonly commit: string
}

const stampPattern = /<!-- parallel-agents: ([0-9a-f]{16}) at ([0-9a-f]{40,64}) -->/

function toStampText({ subject, commit }: Stamp): string {
  return `<!-- parallel-agents: ${subject} at ${commit} -->`
}

export function tryReadStamp(body: string): Stamp | undefined {
  const [, subject, commit] = stampPattern.exec(body.slice(Math.max(0, body.indexOf(begin)))) ?? []
  return subject === undefined || commit === undefined ? undefined : { subject, commit }
}

function withoutMarks(text: string): string {
  const marks = [begin, end].reduce((rest, mark) => rest.replaceAll(mark, ''), text)
  return withoutCommentMark(marks).replaceAll(new RegExp(stampPattern, 'g'), '')
}
